<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The catalogue of powers handed down (权限下放目录); nothing where there is none. From plan XML
     (sanding-plan.xsd) to document blocks (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p">

  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- Who answers for a power has a column where any power states it. -->
  <xsl:variable name="with-responsible" select="boolean(/p:plan/p:power/@responsible)"/>
  <xsl:variable name="powers" select="/p:plan/p:power"/>

  <xsl:template match="/p:plan">
    <blocks document="powers" title="{p:town/@name}权限下放目录" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$powers">
        <xsl:call-template name="power-table"/>
      </xsl:if>
    </blocks>
  </xsl:template>

  <xsl:template name="power-table">
    <annex key="annex:{@id}" orientation="landscape"><field ref="town:name"/>权限下放目录</annex>
    <paragraph key="count:{@id}">共<field ref="rows:power"/>项<xsl:if test="$powers/@people">，随事项划转人员<field ref="sum:power:people"/>名</xsl:if><xsl:if test="$powers/@money">，划转经费<field ref="sum:power:money"/>万元</xsl:if>。</paragraph>
    <table key="power-table:{@id}" title="{p:town/@name}权限下放目录"
           description="每行一个事项：序号、名称和内容、类别、领域、原实施部门、下放方式、法律依据、承接机构、责任主体、办理时限">
      <column width="12" align="center"/>
      <column width="{40 - 4 * $with-responsible}"/>
      <column width="21" align="center"/>
      <column width="21" align="center"/>
      <column width="27"/>
      <column width="13" align="center"/>
      <column width="{40 - 20 * $with-responsible}"/>
      <column width="26"/>
      <xsl:if test="$with-responsible"><column width="24"/></xsl:if>
      <column width="25" align="center"/>
      <header>
        <row>
          <cell>序号</cell>
          <cell>事项名称</cell>
          <cell>类别</cell>
          <cell>领域</cell>
          <cell>原实施部门</cell>
          <cell>下放方式</cell>
          <cell>法律依据</cell>
          <cell>承接机构</cell>
          <xsl:if test="$with-responsible"><cell>责任主体</cell></xsl:if>
          <cell>办理时限（工作日）</cell>
        </row>
      </header>
      <xsl:for-each select="$powers">
        <row key="power-row:{@id}">
          <cell value="{position()}"/>
          <cell>
            <field ref="row:{@id}:name"/>
            <xsl:if test="@content">（<field ref="row:{@id}:content"/>）</xsl:if>
          </cell>
          <cell><xsl:if test="@kind"><field ref="row:{@id}:kind"/></xsl:if></cell>
          <cell><xsl:if test="@field"><field ref="row:{@id}:field"/></xsl:if></cell>
          <cell><xsl:if test="@department"><field ref="row:{@id}:department"/></xsl:if></cell>
          <cell><xsl:if test="@mode"><field ref="row:{@id}:mode"/></xsl:if></cell>
          <cell><xsl:if test="@legal-basis"><field ref="row:{@id}:legal-basis"/></xsl:if></cell>
          <cell><xsl:if test="@receiver"><field ref="row:{@id}:receiver"/></xsl:if></cell>
          <xsl:if test="$with-responsible">
            <cell><xsl:if test="@responsible"><field ref="row:{@id}:responsible"/></xsl:if></cell>
          </xsl:if>
          <cell><xsl:if test="@time-limit"><field ref="row:{@id}:time-limit"/></xsl:if></cell>
        </row>
      </xsl:for-each>
    </table>
  </xsl:template>
</xsl:stylesheet>
