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

  <xsl:variable name="units" select="/p:plan/p:unit[@stage = 'proposed'][@kind != 'leading']"/>

  <xsl:template match="/p:plan">
    <blocks document="units" title="{p:town/@name}机构设置表" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$units">
        <annex key="annex:{@id}" orientation="landscape"><field ref="town:name"/>机构设置表</annex>
        <table key="unit-table:{@id}" title="{p:town/@name}机构设置表"
               description="每行一个机构：序号、名称和加挂牌子、类别、机构规格、经费形式、领导职数、主要职责">
          <column width="12" align="center"/>
          <column width="50"/>
          <column width="29" align="center"/>
          <column width="21" align="center"/>
          <column width="20" align="center"/>
          <column width="36"/>
          <column width="57"/>
          <header>
            <row>
              <cell>序号</cell>
              <cell>机构名称</cell>
              <cell>类别</cell>
              <cell>机构规格</cell>
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
      <cell><xsl:if test="@level"><field ref="row:{@id}:level"/></xsl:if></cell>
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
          <xsl:value-of select="normalize-space(.)"/>
        </xsl:for-each>
      </cell>
    </row>
  </xsl:template>
</xsl:stylesheet>
