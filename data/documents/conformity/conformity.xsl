<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The conformity statement (政策符合情况自查表): each rule that applied, whether it is met, is a
     reasoned exception, or is open, with its clause; nothing where no pack was run. From plan XML (sanding-plan.xsd) to document blocks (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns:f="urn:sanding:findings:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p f">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="findings" match="f:finding" use="concat(@pack, ' ', @rule)"/>
  <xsl:variable name="findings" select="/p:plan/f:findings"/>

  <xsl:template match="/p:plan">
    <blocks document="conformity" title="{p:town/@name}改革方案政策符合情况自查表" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$findings/f:rule">
        <annex key="annex:{@id}" orientation="landscape"><field ref="town:name"/>改革方案政策符合情况自查表</annex>
        <paragraph key="summary:{@id}">
          <xsl:text>共对照</xsl:text>
          <xsl:value-of select="count($findings/f:rule)"/>
          <xsl:text>条规定：符合</xsl:text>
          <xsl:value-of select="count($findings/f:rule[@state = 'met'])"/>
          <xsl:text>条，按例外处理</xsl:text>
          <xsl:value-of select="count($findings/f:rule[@state = 'excepted'])"/>
          <xsl:text>条，尚未符合或者有待确认</xsl:text>
          <xsl:value-of select="count($findings/f:rule[@state = 'open'])"/>
          <xsl:text>条。</xsl:text>
        </paragraph>
        <xsl:for-each select="$findings/f:pack[@id = $findings/f:rule/@pack]">
          <xsl:call-template name="pack"/>
        </xsl:for-each>
      </xsl:if>
    </blocks>
  </xsl:template>

  <xsl:template name="pack">
    <xsl:variable name="pack" select="@id"/>
    <paragraph key="pack:{$pack}"><xsl:value-of select="@title"/>：</paragraph>
    <table key="rules:{$pack}" title="{@title}" description="每行一条规定：条款、内容、结论、情况说明">
      <column width="12" align="center"/>
      <column width="52"/>
      <column width="60"/>
      <column width="20" align="center"/>
      <column width="81"/>
      <header>
        <row>
          <cell>序号</cell>
          <cell>条款</cell>
          <cell>规定内容</cell>
          <cell>结论</cell>
          <cell>情况说明</cell>
        </row>
      </header>
      <xsl:for-each select="$findings/f:rule[@pack = $pack]">
        <row key="rule:{$pack}:{@id}">
          <cell value="{position()}"/>
          <cell><xsl:value-of select="@clause"/></cell>
          <cell><xsl:value-of select="@about"/></cell>
          <cell>
            <xsl:choose>
              <xsl:when test="@state = 'met'">符合</xsl:when>
              <xsl:when test="@state = 'excepted'">例外</xsl:when>
              <xsl:when test="@severity = 'question'">待确认</xsl:when>
              <xsl:when test="@severity = 'info'">提示</xsl:when>
              <xsl:otherwise>尚未符合</xsl:otherwise>
            </xsl:choose>
          </cell>
          <cell>
            <xsl:for-each select="key('findings', concat($pack, ' ', @id))">
              <xsl:if test="position() &gt; 1">；</xsl:if>
              <xsl:value-of select="f:message"/>
              <xsl:if test="f:exception">（例外：<xsl:value-of select="f:exception/@reason"/>
                <xsl:if test="f:exception/@document">，<xsl:value-of select="f:exception/@document"/></xsl:if>
                <xsl:text>）</xsl:text>
              </xsl:if>
            </xsl:for-each>
          </cell>
        </row>
      </xsl:for-each>
    </table>
  </xsl:template>
</xsl:stylesheet>
