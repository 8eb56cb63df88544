<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Before and after (改革前后对照表): for each body of the proposed structure where its people come
     from, what becomes of each body that is no more, and the totals; nothing where there is no
     current structure. From plan XML (sanding-plan.xsd) to document blocks (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="current" select="/p:plan/p:unit[@stage = 'current'][@kind != 'leading']"/>
  <xsl:variable name="proposed" select="/p:plan/p:unit[@stage = 'proposed'][@kind != 'leading']"/>
  <xsl:variable name="transfers" select="/p:plan/p:transfer"/>
  <xsl:variable name="gone" select="$current[not(@id = $transfers/@from)][not(@name = $proposed/@name)]"/>

  <xsl:template match="/p:plan">
    <blocks document="changes" title="{p:town/@name}机构编制改革前后对照表" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$current and $proposed">
        <annex key="annex:{@id}"><field ref="town:name"/>机构编制改革前后对照表</annex>
        <xsl:call-template name="totals"/>
        <xsl:call-template name="units"/>
      </xsl:if>
    </blocks>
  </xsl:template>

  <xsl:template name="totals">
    <table key="totals:{@id}" title="机构数和编制数改革前后对照"
           description="每行一项：机构数、各类编制数，改革前和改革后">
      <column width="76"/>
      <column width="40" align="center"/>
      <column width="40" align="center"/>
      <header>
        <row>
          <cell>项目</cell>
          <cell>改革前</cell>
          <cell>改革后</cell>
        </row>
      </header>
      <xsl:call-template name="count-row">
        <xsl:with-param name="kind" select="'office'"/>
        <xsl:with-param name="label" select="'党政机构（个）'"/>
      </xsl:call-template>
      <xsl:call-template name="count-row">
        <xsl:with-param name="kind" select="'center'"/>
        <xsl:with-param name="label" select="'事业单位（个）'"/>
      </xsl:call-template>
      <xsl:call-template name="count-row">
        <xsl:with-param name="kind" select="'enforcement'"/>
        <xsl:with-param name="label" select="'执法机构（个）'"/>
      </xsl:call-template>
      <xsl:call-template name="headcount-row">
        <xsl:with-param name="type" select="'administrative'"/>
        <xsl:with-param name="label" select="'行政编制（名）'"/>
      </xsl:call-template>
      <xsl:call-template name="headcount-row">
        <xsl:with-param name="type" select="'institutional'"/>
        <xsl:with-param name="label" select="'事业编制（名）'"/>
      </xsl:call-template>
      <xsl:call-template name="headcount-row">
        <xsl:with-param name="type" select="'enforcement'"/>
        <xsl:with-param name="label" select="'行政执法专项编制（名）'"/>
      </xsl:call-template>
      <xsl:call-template name="headcount-row">
        <xsl:with-param name="type" select="'worker'"/>
        <xsl:with-param name="label" select="'工勤编制（名）'"/>
      </xsl:call-template>
    </table>
  </xsl:template>

  <xsl:template name="count-row">
    <xsl:param name="kind"/>
    <xsl:param name="label"/>
    <xsl:if test="$current[@kind = $kind] or $proposed[@kind = $kind]">
      <row key="count:{@id}:{$kind}">
        <cell><xsl:value-of select="$label"/></cell>
        <cell><field ref="count:{$kind}:current"/></cell>
        <cell><field ref="count:{$kind}"/></cell>
      </row>
    </xsl:if>
  </xsl:template>

  <!-- A type that one of the two does not state is empty there: empty is not none. -->
  <xsl:template name="headcount-row">
    <xsl:param name="type"/>
    <xsl:param name="label"/>
    <xsl:variable name="before" select="$current[not(@co-located-with)]/p:quota[@type = $type]"/>
    <xsl:variable name="after" select="$proposed[not(@co-located-with)]/p:quota[@type = $type]"/>
    <xsl:if test="$before or $after">
      <row key="headcount:{@id}:{$type}">
        <cell><xsl:value-of select="$label"/></cell>
        <cell><xsl:if test="$before"><field ref="headcount:{$type}:current"/></xsl:if></cell>
        <cell><xsl:if test="$after"><field ref="headcount:{$type}"/></xsl:if></cell>
      </row>
    </xsl:if>
  </xsl:template>

  <xsl:template name="units">
    <paragraph key="explanation:{@id}">
      <xsl:text>与现行机构相比，</xsl:text><field ref="changes"/>
        <xsl:text>。各机构的来源和去向如下。</xsl:text>
    </paragraph>
    <table key="change-table:{@id}" title="各机构改革前后的来源和去向"
           description="每行一个改革后的机构、它的变动和人员来源；末尾是改革后不再保留、且没有人员划转的机构">
      <column width="12" align="center"/>
      <column width="56"/>
      <column width="16" align="center"/>
      <column width="72"/>
      <header>
        <row>
          <cell>序号</cell>
          <cell>改革后机构</cell>
          <cell>变动</cell>
          <cell>改革前机构和划转编制</cell>
        </row>
      </header>
      <xsl:for-each select="$proposed">
        <row key="change-row:{@id}">
          <cell value="{position()}"/>
          <cell><field ref="unit:{@id}:full"/></cell>
          <cell><field ref="change:{@id}"/></cell>
          <cell>
            <xsl:for-each select="$transfers[@to = current()/@id]">
              <xsl:if test="position() &gt; 1">；</xsl:if>
              <xsl:call-template name="transfer"/>
            </xsl:for-each>
          </cell>
        </row>
      </xsl:for-each>
      <xsl:for-each select="$gone">
        <row key="gone-row:{@id}">
          <cell value="{count($proposed) + position()}"/>
          <cell/>
          <cell><field ref="change:{@id}"/></cell>
          <cell><field ref="unit:{@id}:full"/></cell>
        </row>
      </xsl:for-each>
      <xsl:if test="$transfers[not(@to)]">
        <row key="unplaced-row:{@id}">
          <cell columns="3">尚未明确去向</cell>
          <cell>
            <xsl:for-each select="$transfers[not(@to)]">
              <xsl:if test="position() &gt; 1">；</xsl:if>
              <xsl:call-template name="transfer"/>
            </xsl:for-each>
          </cell>
        </row>
      </xsl:if>
    </table>
  </xsl:template>

  <xsl:template name="transfer">
    <field ref="row:{@id}:from"/>（<field ref="row:{@id}:type"/><field ref="row:{@id}:headcount"/>名）<xsl:text/>
  </xsl:template>
</xsl:stylesheet>
