<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The table of units (机构设置表): each body of the proposed structure with its rank, funding,
     leading posts and main duties; nothing where there is none. From plan XML (sanding-plan.xsd) to
     document blocks (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p">

  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- Nature, rank and superior have a column where any unit states them. Widths in millimetres. -->
  <xsl:variable name="with-nature" select="boolean(/p:plan/p:unit[@stage = 'proposed'][@kind != 'leading']/@nature)"/>
  <xsl:variable name="with-level" select="boolean(/p:plan/p:unit[@stage = 'proposed'][@kind != 'leading']/@level)"/>
  <xsl:variable name="with-superior" select="boolean(/p:plan/p:unit[@stage = 'proposed'][@kind != 'leading']/@superior)"/>
  <xsl:variable name="name-width" select="50 - 12 * ($with-nature or $with-superior)"/>
  <xsl:variable name="post-width" select="42 - 16 * ($with-nature and $with-superior)"/>
  <xsl:variable name="more-width" select="24 * $with-nature + 21 * $with-level + 24 * $with-superior"/>
  <xsl:variable name="units" select="/p:plan/p:unit[@stage = 'proposed'][@kind != 'leading']"/>

  <xsl:template match="/p:plan">
    <blocks document="units" title="{p:town/@name}机构设置表" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$units">
        <annex key="annex:{@id}" orientation="landscape"><field ref="town:name"/>机构设置表</annex>
        <table key="unit-table:{@id}" title="{p:town/@name}机构设置表"
               description="每行一个机构：序号、名称和加挂牌子、类别、经费形式、领导职数、主要职责；写明的还有机构性质、机构规格、隶属关系">
          <column width="12" align="center"/>
          <column width="{$name-width}"/>
          <column width="21" align="center"/>
          <xsl:if test="$with-nature"><column width="24" align="center"/></xsl:if>
          <xsl:if test="$with-level"><column width="21" align="center"/></xsl:if>
          <xsl:if test="$with-superior"><column width="24"/></xsl:if>
          <column width="20" align="center"/>
          <column width="{$post-width}"/>
          <column width="{225 - 12 - $name-width - 21 - 20 - $post-width - $more-width}"/>
          <header>
            <row>
              <cell>序号</cell>
              <cell>机构名称</cell>
              <cell>类别</cell>
              <xsl:if test="$with-nature"><cell>机构性质</cell></xsl:if>
              <xsl:if test="$with-level"><cell>机构规格</cell></xsl:if>
              <xsl:if test="$with-superior"><cell>隶属关系</cell></xsl:if>
              <cell>经费形式</cell>
              <cell>领导职数</cell>
              <cell>主要职责</cell>
            </row>
          </header>
          <xsl:for-each select="$units">
            <xsl:sort select="number(@kind != 'office')" data-type="number"/>
            <xsl:sort select="number(@kind != 'center')" data-type="number"/>
            <xsl:sort select="number(@kind != 'enforcement')" data-type="number"/>
            <xsl:sort select="number(@kind != 'dispatched')" data-type="number"/>
            <xsl:call-template name="unit-row"/>
          </xsl:for-each>
        </table>
      </xsl:if>
    </blocks>
  </xsl:template>

  <xsl:template name="unit-row">
    <row key="unit-row:{@id}">
      <cell value="{position()}"/>
      <cell>
        <field ref="unit:{@id}:full"/>
        <xsl:if test="@co-located-with">（与<field ref="unit:{@co-located-with}"/>合署办公）</xsl:if>
      </cell>
      <cell><field ref="row:{@id}:kind"/></cell>
      <xsl:if test="$with-nature">
        <cell><xsl:if test="@nature"><field ref="row:{@id}:nature"/></xsl:if></cell>
      </xsl:if>
      <xsl:if test="$with-level">
        <cell><xsl:if test="@level"><field ref="row:{@id}:level"/></xsl:if></cell>
      </xsl:if>
      <xsl:if test="$with-superior">
        <cell><xsl:if test="@superior"><field ref="row:{@id}:superior"/></xsl:if></cell>
      </xsl:if>
      <cell><xsl:if test="@funding"><field ref="row:{@id}:funding"/></xsl:if></cell>
      <cell>
        <xsl:for-each select="p:post">
          <xsl:if test="position() &gt; 1">，</xsl:if>
          <field ref="row:{@id}:title"/><field ref="row:{@id}:count"/>名<xsl:text/>
        </xsl:for-each>
      </cell>
      <cell>
        <xsl:for-each select="p:duty">
          <xsl:if test="position() &gt; 1">；</xsl:if>
          <field ref="row:{@id}:text"/>
        </xsl:for-each>
      </cell>
    </row>
  </xsl:template>
</xsl:stylesheet>
