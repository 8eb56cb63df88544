<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The allocation of headcount (编制分配表): each unit with its quotas by type, those of the
     proposed structure; nothing where there is no unit. From plan XML (sanding-plan.xsd) to document blocks (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p">

  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- The bodies that the table lists, and the types of quota that make its columns: these two
       always, the others where a listed body has them. -->
  <xsl:variable name="units" select="/p:plan/p:unit[@stage = 'proposed'][@kind = 'office' or @kind = 'center' or @kind = 'enforcement' or p:quota]"/>
  <xsl:variable name="quotas" select="$units[not(@co-located-with)]/p:quota"/>
  <xsl:variable name="with-enforcement" select="boolean($quotas[@type = 'enforcement'])"/>
  <xsl:variable name="with-worker" select="boolean($quotas[@type = 'worker'])"/>
  <xsl:variable name="with-off-quota" select="boolean($quotas[@type = 'off-quota'])"/>

  <xsl:template match="/p:plan">
    <blocks document="quotas" title="{p:town/@name}编制分配表" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$units">
        <xsl:call-template name="unit-table"/>
      </xsl:if>
    </blocks>
  </xsl:template>

  <xsl:template name="unit-title"><field ref="town:name"/>编制分配表</xsl:template>
  <!-- 编制分配表 -->
  <xsl:template name="unit-table">
    <!-- Widths in millimetres: a type's column holds four characters of its heading side by side,
         or, where there are many, two, so that no heading breaks inside a word. -->
    <xsl:variable name="types" select="2 + $with-enforcement + $with-worker + $with-off-quota"/>
    <xsl:variable name="type-width">
      <xsl:choose>
        <xsl:when test="$types &gt; 3">12.5</xsl:when>
        <xsl:otherwise>21</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <annex key="annex:{@id}"><xsl:call-template name="unit-title"/></annex>
    <table key="unit-table:{@id}" title="{p:town/@name}编制分配表"
           description="每行一个机构：序号、名称和加挂牌子、类别，各类编制数；最后一行为合计">
      <column width="12" align="center"/>
      <column width="{156 - 12 - 21 - $types * $type-width}"/>
      <column width="21" align="center"/>
      <column width="{$type-width}" align="center"/>
      <column width="{$type-width}" align="center"/>
      <xsl:if test="$with-enforcement"><column width="{$type-width}" align="center"/></xsl:if>
      <xsl:if test="$with-worker"><column width="{$type-width}" align="center"/></xsl:if>
      <xsl:if test="$with-off-quota"><column width="{$type-width}" align="center"/></xsl:if>
      <header>
        <row>
          <cell>序号</cell>
          <cell>机构名称</cell>
          <cell>类别</cell>
          <cell>行政编制</cell>
          <cell>事业编制</cell>
          <xsl:if test="$with-enforcement"><cell>行政执法专项编制</cell></xsl:if>
          <xsl:if test="$with-worker"><cell>工勤编制</cell></xsl:if>
          <xsl:if test="$with-off-quota"><cell>编外人员</cell></xsl:if>
        </row>
      </header>
      <xsl:for-each select="$units[@kind = 'leading'] | $units[@kind = 'office']">
        <xsl:sort select="number(@kind = 'office')" data-type="number"/>
        <xsl:call-template name="unit-row">
          <xsl:with-param name="number" select="position()"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:variable name="organs" select="count($units[@kind = 'leading' or @kind = 'office'])"/>
      <xsl:for-each select="$units[@kind != 'leading' and @kind != 'office']">
        <xsl:sort select="number(@kind != 'center')" data-type="number"/>
        <xsl:sort select="number(@kind != 'enforcement')" data-type="number"/>
        <xsl:sort select="number(@kind != 'dispatched')" data-type="number"/>
        <xsl:call-template name="unit-row">
          <xsl:with-param name="number" select="$organs + position()"/>
        </xsl:call-template>
      </xsl:for-each>
      <row key="unit-total:{@id}" total="true">
        <cell columns="3">合计</cell>
        <cell><xsl:if test="$quotas[@type = 'administrative']"><field ref="headcount:administrative"/></xsl:if></cell>
        <cell><xsl:if test="$quotas[@type = 'institutional']"><field ref="headcount:institutional"/></xsl:if></cell>
        <xsl:if test="$with-enforcement"><cell><field ref="headcount:enforcement"/></cell></xsl:if>
        <xsl:if test="$with-worker"><cell><field ref="headcount:worker"/></cell></xsl:if>
        <xsl:if test="$with-off-quota"><cell><field ref="headcount:off-quota"/></cell></xsl:if>
      </row>
    </table>
  </xsl:template>

  <xsl:template name="unit-row">
    <xsl:param name="number"/>
    <row key="unit-row:{@id}">
      <cell value="{$number}"/>
      <cell>
        <field ref="unit:{@id}:full"/>
        <xsl:if test="@co-located-with">（与<field ref="unit:{@co-located-with}"/>合署办公）</xsl:if>
      </cell>
      <cell><field ref="row:{@id}:kind"/></cell>
      <xsl:call-template name="quota-cell">
        <xsl:with-param name="type" select="'administrative'"/>
      </xsl:call-template>
      <xsl:call-template name="quota-cell">
        <xsl:with-param name="type" select="'institutional'"/>
      </xsl:call-template>
      <xsl:if test="$with-enforcement">
        <xsl:call-template name="quota-cell">
          <xsl:with-param name="type" select="'enforcement'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$with-worker">
        <xsl:call-template name="quota-cell">
          <xsl:with-param name="type" select="'worker'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$with-off-quota">
        <xsl:call-template name="quota-cell">
          <xsl:with-param name="type" select="'off-quota'"/>
        </xsl:call-template>
      </xsl:if>
    </row>
  </xsl:template>

  <!-- A body that works as one with another has its headcount there; one without a figure stays
       empty, since empty is not none. -->
  <xsl:template name="quota-cell">
    <xsl:param name="type"/>
    <cell>
      <xsl:if test="not(@co-located-with) and p:quota[@type = $type]">
        <field ref="quota:{@id}:{$type}"/>
      </xsl:if>
    </cell>
  </xsl:template>
</xsl:stylesheet>
