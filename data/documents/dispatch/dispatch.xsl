<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The dispatched units (派驻机构一览表): who owns the quota, guides, manages and appraises, what
     consent is needed; nothing where there is none. From plan XML (sanding-plan.xsd) to document
     blocks (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="units" select="/p:plan/p:unit[@stage = 'proposed'][p:dispatch]"/>

  <xsl:template match="/p:plan">
    <blocks document="dispatch" title="{p:town/@name}派驻机构一览表" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$units">
        <annex key="annex:{@id}" orientation="landscape"><field ref="town:name"/>派驻机构一览表</annex>
        <table key="dispatch-table:{@id}" title="{p:town/@name}派驻机构一览表"
               description="每行一个派驻机构：名称、派出部门、编制归属、业务指导、日常管理、考核、人事任免征求意见方式、批准依据">
          <column width="12" align="center"/>
          <column width="44"/>
          <column width="34"/>
          <column width="20" align="center"/>
          <column width="20" align="center"/>
          <column width="20" align="center"/>
          <column width="20" align="center"/>
          <column width="30"/>
          <column width="25"/>
          <header>
            <row>
              <cell>序号</cell>
              <cell>机构名称</cell>
              <cell>派出部门</cell>
              <cell>编制归属</cell>
              <cell>业务指导</cell>
              <cell>日常管理</cell>
              <cell>考核</cell>
              <cell>任免征求意见</cell>
              <cell>批准依据</cell>
            </row>
          </header>
          <xsl:for-each select="$units">
            <xsl:variable name="dispatch" select="p:dispatch[1]"/>
            <row key="dispatch-row:{@id}">
              <cell value="{position()}"/>
              <cell><field ref="unit:{@id}:full"/></cell>
              <cell><field ref="row:{$dispatch/@id}:department"/></cell>
              <cell><field ref="row:{$dispatch/@id}:owner"/></cell>
              <cell><field ref="row:{$dispatch/@id}:guide"/></cell>
              <cell><field ref="row:{$dispatch/@id}:daily-manager"/></cell>
              <cell><field ref="row:{$dispatch/@id}:appraiser"/></cell>
              <cell>
                <xsl:for-each select="p:consent">
                  <xsl:if test="position() &gt; 1">；</xsl:if>
                  <xsl:if test="@prior = 'true'">事前</xsl:if>
                  <xsl:if test="@written = 'true'">书面</xsl:if>
                  <field ref="row:{@id}:strength"/>
                </xsl:for-each>
              </cell>
              <cell>
                <xsl:if test="$dispatch/@approval-reference"><field ref="row:{$dispatch/@id}:approval-reference"/></xsl:if>
              </cell>
            </row>
          </xsl:for-each>
        </table>
      </xsl:if>
    </blocks>
  </xsl:template>
</xsl:stylesheet>
