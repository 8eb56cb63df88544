<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The conformity statement (政策符合情况自查表): each clause that rules apply, what it says, and of
     its rules how many are met, which are reasoned exceptions, and which are open; nothing where no
     pack was run. From plan XML (sanding-plan.xsd) to document blocks (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns:f="urn:sanding:findings:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p f">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="findings" match="f:finding" use="concat(@pack, ' ', @rule)"/>
  <xsl:key name="clauses" match="f:rule" use="concat(@pack, ' ', @clause)"/>
  <xsl:variable name="findings" select="/p:plan/f:findings"/>

  <xsl:template match="/p:plan">
    <blocks document="conformity" title="{p:town/@name}改革方案政策符合情况自查表" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$findings/f:rule">
        <annex key="annex:{@id}" orientation="landscape"><field ref="town:name"/>改革方案政策符合情况自查表</annex>
        <xsl:variable name="rules" select="$findings/f:rule"/>
        <paragraph key="summary:{@id}">
          <xsl:text>对照</xsl:text>
          <xsl:for-each select="$findings/f:pack[@id = $rules/@pack]">
            <xsl:value-of select="concat('“', @title, '”')"/>
          </xsl:for-each>
          <xsl:text>，共检查</xsl:text>
          <xsl:value-of select="count($rules)"/>
          <xsl:text>项：符合</xsl:text>
          <xsl:value-of select="count($rules[@state = 'met'])"/>
          <xsl:text>项，按例外处理</xsl:text>
          <xsl:value-of select="count($rules[@state = 'excepted'])"/>
          <xsl:text>项，待确认或者仅作提示</xsl:text>
          <xsl:value-of select="count($rules[@state = 'open'][@severity = 'question' or @severity = 'info'])"/>
          <xsl:text>项，尚未符合</xsl:text>
          <xsl:value-of select="count($rules[@state = 'open'][@severity = 'error' or @severity = 'warning'])"/>
          <xsl:text>项。</xsl:text>
        </paragraph>
        <xsl:for-each select="$findings/f:pack[@id = $rules/@pack]">
          <xsl:call-template name="pack"/>
        </xsl:for-each>
      </xsl:if>
    </blocks>
  </xsl:template>

  <xsl:template name="pack">
    <xsl:variable name="pack" select="@id"/>
    <heading key="pack:{$pack}" level="1" number="auto"><xsl:value-of select="@title"/></heading>
    <table key="rules:{$pack}" title="{@title}"
           description="每行一个条款：条款、内容、检查项数、结论、情况说明">
      <column width="14" align="center"/>
      <column width="30"/>
      <column width="80"/>
      <column width="16" align="center"/>
      <column width="20" align="center"/>
      <column width="65"/>
      <header>
        <row>
          <cell>序号</cell>
          <cell>条款</cell>
          <cell>规定内容</cell>
          <cell>检查项</cell>
          <cell>结论</cell>
          <cell>情况说明</cell>
        </row>
      </header>
      <xsl:for-each select="$findings/f:rule[@pack = $pack][generate-id() = generate-id(key('clauses', concat(@pack, ' ', @clause))[1])]">
        <xsl:call-template name="clause"/>
      </xsl:for-each>
    </table>
  </xsl:template>

  <!-- The conclusion on a clause is that of its gravest rule. -->
  <xsl:template name="clause">
    <xsl:variable name="rules" select="key('clauses', concat(@pack, ' ', @clause))"/>
    <xsl:variable name="open" select="$rules[@state = 'open']"/>
    <row key="rule:{@pack}:{@id}">
      <cell value="{position()}"/>
      <cell><xsl:value-of select="@clause"/></cell>
      <cell>
        <xsl:choose>
          <xsl:when test="@text"><xsl:value-of select="@text"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@about"/></xsl:otherwise>
        </xsl:choose>
      </cell>
      <cell value="{count($rules)}"/>
      <cell>
        <xsl:choose>
          <xsl:when test="$open[@severity = 'error' or @severity = 'warning']">尚未符合</xsl:when>
          <xsl:when test="$open[@severity = 'question']">待确认</xsl:when>
          <xsl:when test="$open">提示</xsl:when>
          <xsl:when test="$rules[@state = 'excepted']">例外</xsl:when>
          <xsl:otherwise>符合</xsl:otherwise>
        </xsl:choose>
      </cell>
      <cell>
        <xsl:if test="$rules[@state = 'met']">
          <xsl:value-of select="concat(count($rules[@state = 'met']), '项符合。')"/>
        </xsl:if>
        <xsl:for-each select="$rules">
          <xsl:for-each select="key('findings', concat(@pack, ' ', @id))">
            <xsl:call-template name="finding"/>
          </xsl:for-each>
        </xsl:for-each>
      </cell>
    </row>
  </xsl:template>

  <!-- What a rule found, and why an exception is made and by what document. -->
  <xsl:template name="finding">
    <xsl:value-of select="f:message"/>
    <xsl:if test="f:exception">
      <xsl:text>例外：</xsl:text>
      <xsl:value-of select="f:exception/@reason"/>
      <xsl:if test="f:exception/@granted-by">，由<xsl:value-of select="f:exception/@granted-by"/>批准</xsl:if>
      <xsl:if test="f:exception/@document">（<xsl:value-of select="f:exception/@document"/>）</xsl:if>
      <xsl:text>。</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
