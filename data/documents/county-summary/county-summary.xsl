<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The summary of all towns (各乡镇汇总): bodies, headcount, leading posts and powers of each town,
     of a town with several plans the first, and their sums; and what becomes of the county's
     totals. From a county with its plans (sanding-plan.xsd) to document blocks
     (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="plans" select="/p:county/p:plan[not(@town = preceding-sibling::p:plan/@town)]"/>
  <xsl:variable name="proposed" select="$plans/p:unit[@stage = 'proposed']"/>
  <xsl:variable name="quotas" select="$proposed[not(@co-located-with)]/p:quota"/>

  <xsl:template match="/p:county">
    <blocks document="county-summary" title="{@name}乡镇（街道）机构编制汇总表" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:if test="p:town">
        <annex key="annex:{@id}" label="" orientation="landscape"><field ref="county:name"/>乡镇（街道）机构编制汇总表</annex>
        <paragraph key="summary:{@id}">
          <field ref="county:name"/>共有乡镇（街道）<field ref="towns"/>个，其中<field ref="plans"/>个已拟定改革方案。<xsl:text/>
        </paragraph>
        <xsl:call-template name="towns"/>
        <xsl:if test="p:pool and $quotas">
          <xsl:call-template name="pools"/>
        </xsl:if>
      </xsl:if>
    </blocks>
  </xsl:template>

  <xsl:template name="towns">
    <table key="town-table:{@id}" title="各乡镇（街道）机构、编制、领导职数和下放权限"
           description="每行一个乡镇（街道）：序号、名称、党政机构、事业单位、执法机构、派驻机构个数，各类编制数，领导职数，下放权限事项数，方案进度；最后一行为合计">
      <!-- Widths in millimetres: two characters of a heading side by side. -->
      <column width="12" align="center"/>
      <column width="58"/>
      <column width="13" align="center"/>
      <column width="13" align="center"/>
      <column width="13" align="center"/>
      <column width="13" align="center"/>
      <column width="13" align="center"/>
      <column width="13" align="center"/>
      <column width="17" align="center"/>
      <column width="13" align="center"/>
      <column width="13" align="center"/>
      <column width="13" align="center"/>
      <column width="21" align="center"/>
      <header>
        <row>
          <cell>序号</cell>
          <cell>乡镇（街道）</cell>
          <cell>党政机构</cell>
          <cell>事业单位</cell>
          <cell>执法机构</cell>
          <cell>派驻机构</cell>
          <cell>行政编制</cell>
          <cell>事业编制</cell>
          <cell>执法专项编制</cell>
          <cell>工勤编制</cell>
          <cell>领导职数</cell>
          <cell>下放事项</cell>
          <cell>方案进度</cell>
        </row>
      </header>
      <xsl:for-each select="p:town">
        <xsl:variable name="plan" select="$plans[@town = current()/@id]"/>
        <row key="town-row:{@id}">
          <cell value="{position()}"/>
          <cell><field ref="row:{@id}:name"/></cell>
          <xsl:choose>
            <xsl:when test="$plan">
              <xsl:for-each select="$plan">
                <xsl:call-template name="figures"/>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise><cell columns="11">未拟定方案</cell></xsl:otherwise>
          </xsl:choose>
        </row>
      </xsl:for-each>
      <xsl:if test="$plans">
        <row key="town-total:{@id}" total="true">
          <cell columns="2">合计</cell>
          <cell><field ref="all:count:office"/></cell>
          <cell><field ref="all:count:center"/></cell>
          <cell><field ref="all:count:enforcement"/></cell>
          <cell><field ref="all:count:dispatched"/></cell>
          <cell><xsl:if test="$quotas[@type = 'administrative']"><field ref="all:headcount:administrative"/></xsl:if></cell>
          <cell><xsl:if test="$quotas[@type = 'institutional']"><field ref="all:headcount:institutional"/></xsl:if></cell>
          <cell><xsl:if test="$quotas[@type = 'enforcement']"><field ref="all:headcount:enforcement"/></xsl:if></cell>
          <cell><xsl:if test="$quotas[@type = 'worker']"><field ref="all:headcount:worker"/></xsl:if></cell>
          <cell><xsl:if test="$plans/@leaders"><field ref="all:leaders"/></xsl:if></cell>
          <cell><field ref="all:rows:power"/></cell>
          <cell/>
        </row>
      </xsl:if>
    </table>
  </xsl:template>

  <!-- What a plan does not state is empty: empty is not none. -->
  <xsl:template name="figures">
    <xsl:variable name="own" select="p:unit[@stage = 'proposed'][not(@co-located-with)]/p:quota"/>
    <cell><field ref="in:{@id}:count:office"/></cell>
    <cell><field ref="in:{@id}:count:center"/></cell>
    <cell><field ref="in:{@id}:count:enforcement"/></cell>
    <cell><field ref="in:{@id}:count:dispatched"/></cell>
    <cell><xsl:if test="$own[@type = 'administrative']"><field ref="in:{@id}:headcount:administrative"/></xsl:if></cell>
    <cell><xsl:if test="$own[@type = 'institutional']"><field ref="in:{@id}:headcount:institutional"/></xsl:if></cell>
    <cell><xsl:if test="$own[@type = 'enforcement']"><field ref="in:{@id}:headcount:enforcement"/></xsl:if></cell>
    <cell><xsl:if test="$own[@type = 'worker']"><field ref="in:{@id}:headcount:worker"/></xsl:if></cell>
    <cell><xsl:if test="@leaders"><field ref="in:{@id}:leaders"/></xsl:if></cell>
    <cell><field ref="in:{@id}:rows:power"/></cell>
    <cell><field ref="in:{@id}:plan:status"/></cell>
  </xsl:template>

  <!-- The county's totals beside what the plans of its towns draw on them. -->
  <xsl:template name="pools">
    <paragraph key="pools:{@id}">全县编制总量和各方案核定数如下。</paragraph>
    <table key="pool-table:{@id}" title="全县编制总量和各方案核定数"
           description="每行一个编制总量：名称、编制类型、总量、文件，各方案合计核定数">
      <column width="40"/>
      <column width="45" align="center"/>
      <column width="30" align="center"/>
      <column width="40" align="center"/>
      <column width="70"/>
      <header>
        <row>
          <cell>总量</cell>
          <cell>编制类型</cell>
          <cell>总数</cell>
          <cell>各方案核定数</cell>
          <cell>核定文件</cell>
        </row>
      </header>
      <xsl:for-each select="p:pool">
        <row key="pool-row:{@id}">
          <cell><field ref="row:{@id}:kind"/></cell>
          <cell><field ref="row:{@id}:type"/></cell>
          <cell><field ref="row:{@id}:headcount"/></cell>
          <cell>
            <xsl:if test="@kind = 'total' and $quotas[@type = current()/@type]">
              <field ref="all:headcount:{@type}"/>
            </xsl:if>
          </cell>
          <cell><xsl:if test="@source"><field ref="row:{@id}:source"/></xsl:if></cell>
        </row>
      </xsl:for-each>
    </table>
  </xsl:template>
</xsl:stylesheet>
