<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The leading posts (领导职数核定表): each post of the proposed structure with its rank and
     whether it is held beside another; nothing where there is none. From plan XML (sanding-plan.xsd) to document blocks (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="units" select="/p:plan/p:unit[@stage = 'proposed'][p:post]"/>

  <xsl:template match="/p:plan">
    <blocks document="posts" title="{p:town/@name}领导职数核定表" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$units">
        <annex key="annex:{@id}"><field ref="town:name"/>领导职数核定表</annex>
        <xsl:if test="@leaders">
          <paragraph key="leaders:{@id}">
            <field ref="town:name"/>核定领导职数<field ref="leaders"/>名<xsl:if test="@leaders-basis">（<field ref="plan:leaders-basis"/>）</xsl:if>。<xsl:text/>
          </paragraph>
        </xsl:if>
        <table key="post-table:{@id}" title="{p:town/@name}领导职数核定表"
               description="每行一个职务：所在机构、职务名称、层次、职数、专任或者兼任；最后一行为合计">
          <column width="12" align="center"/>
          <column width="58"/>
          <column width="34"/>
          <column width="20" align="center"/>
          <column width="14" align="center"/>
          <column width="18" align="center"/>
          <header>
            <row>
              <cell>序号</cell>
              <cell>机构</cell>
              <cell>职务</cell>
              <cell>层次</cell>
              <cell>职数</cell>
              <cell>任职方式</cell>
            </row>
          </header>
          <xsl:for-each select="$units/p:post">
            <row key="post-row:{@id}">
              <cell value="{position()}"/>
              <cell><field ref="unit:{../@id}"/></cell>
              <cell><field ref="row:{@id}:title"/></cell>
              <cell><xsl:if test="@level"><field ref="row:{@id}:level"/></xsl:if></cell>
              <cell><field ref="row:{@id}:count"/></cell>
              <cell><xsl:if test="@engagement"><field ref="row:{@id}:engagement"/></xsl:if></cell>
            </row>
          </xsl:for-each>
          <row key="post-total:{@id}" total="true">
            <cell columns="4">合计</cell>
            <cell><field ref="sum:post:count"/></cell>
            <cell/>
          </row>
        </table>
      </xsl:if>
    </blocks>
  </xsl:template>
</xsl:stylesheet>
