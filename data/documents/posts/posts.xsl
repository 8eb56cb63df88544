<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The leading posts (领导职数核定表): each post of the proposed structure with its rank and
     whether it is held beside another; nothing where there is none. From plan XML (sanding-plan.xsd)
     to document blocks (sanding-blocks.xsd). -->
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
        <paragraph key="leaders:{@id}">
          <xsl:if test="@leaders">
            <xsl:text>核定</xsl:text><field ref="town:name"/><xsl:text>领导职数</xsl:text><field ref="leaders"/><xsl:text>名</xsl:text>
            <xsl:if test="@leaders-basis">（<field ref="plan:leaders-basis"/>）</xsl:if>
            <xsl:text>。</xsl:text>
          </xsl:if>
          <xsl:text>各机构领导职务</xsl:text><field ref="sum:post:count"/><xsl:text>名</xsl:text>
          <xsl:if test="$units/p:post[@engagement = 'concurrent']">，其中兼任<field ref="sum:post:count:engagement=concurrent"/>名</xsl:if>
          <xsl:text>。</xsl:text>
        </paragraph>
        <table key="post-table:{@id}" title="{p:town/@name}领导职数核定表"
               description="每行一个职务：所在机构、职务名称、层次、职数、专任或者兼任；最后一行为合计">
          <column width="12" align="center"/>
          <column width="55"/>
          <column width="34"/>
          <column width="20" align="center"/>
          <column width="14" align="center"/>
          <column width="21" align="center"/>
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
