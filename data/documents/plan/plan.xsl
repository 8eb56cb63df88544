<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The reform plan (改革方案): title, preamble, the sections as the plan has them, and as annexes
     the table of units and headcount and the catalogue of powers. From plan XML
     (sanding-plan.xsd) to document blocks (sanding-blocks.xsd). Numbers and names of the model are
     left as fields, which the program fills in. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p">

  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- The bodies that the table lists, and the types of quota that make its columns: these two
       always, the others where a listed body has them. -->
  <xsl:variable name="units" select="/p:plan/p:unit[@stage = 'proposed'][@kind = 'office' or @kind = 'center' or @kind = 'enforcement' or p:quota]"/>
  <xsl:variable name="quotas" select="$units[not(@co-located-with)]/p:quota"/>
  <xsl:variable name="with-enforcement" select="boolean($quotas[@type = 'enforcement'])"/>
  <xsl:variable name="with-worker" select="boolean($quotas[@type = 'worker'])"/>
  <xsl:variable name="with-off-quota" select="boolean($quotas[@type = 'off-quota'])"/>
  <xsl:variable name="powers" select="/p:plan/p:power"/>

  <!-- Annexes are numbered where there are several. -->
  <xsl:variable name="unit-annex">
    <xsl:if test="$units and $powers">1</xsl:if>
  </xsl:variable>
  <xsl:variable name="power-annex">
    <xsl:if test="$units and $powers">2</xsl:if>
  </xsl:variable>

  <xsl:template match="/p:plan">
    <blocks document="plan" title="{@title}" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <title key="title:{@id}"><xsl:value-of select="@title"/></title>
      <xsl:call-template name="preamble">
        <xsl:with-param name="text" select="@preamble"/>
      </xsl:call-template>
      <xsl:apply-templates select="p:section"/>
      <xsl:call-template name="annex-list"/>
      <xsl:if test="@issuer">
        <signature key="signature:{@id}" sealed="true"><xsl:value-of select="@issuer"/></signature>
      </xsl:if>
      <xsl:if test="@date">
        <date key="date:{@id}"><field ref="plan:date"/></date>
      </xsl:if>
      <xsl:if test="$units">
        <xsl:call-template name="unit-table"/>
      </xsl:if>
      <xsl:if test="$powers">
        <xsl:call-template name="power-table"/>
      </xsl:if>
    </blocks>
  </xsl:template>

  <!-- The preamble, a paragraph for each line of it. -->
  <xsl:template name="preamble">
    <xsl:param name="text"/>
    <xsl:param name="index" select="1"/>
    <xsl:variable name="line" select="substring-before(concat($text, '&#10;'), '&#10;')"/>
    <xsl:if test="normalize-space($line)">
      <paragraph key="preamble:{@id}:{$index}"><xsl:value-of select="$line"/></paragraph>
    </xsl:if>
    <xsl:if test="contains($text, '&#10;')">
      <xsl:call-template name="preamble">
        <xsl:with-param name="text" select="substring-after($text, '&#10;')"/>
        <xsl:with-param name="index" select="$index + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A section: its heading, or, where it has none, its number before its first paragraph. -->
  <xsl:template match="p:section">
    <!-- There are four levels; a deeper one is set as the fourth. -->
    <xsl:variable name="level">
      <xsl:choose>
        <xsl:when test="@level &gt; 4">4</xsl:when>
        <xsl:when test="@level &lt; 1">1</xsl:when>
        <xsl:otherwise><xsl:value-of select="@level"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="number">
      <xsl:call-template name="section-number">
        <xsl:with-param name="level" select="$level"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="paragraphs" select="p:body/p:p"/>
    <xsl:if test="@heading or not($paragraphs)">
      <heading key="heading:{@id}" level="{$level}" number="{$number}"><xsl:value-of select="@heading"/></heading>
    </xsl:if>
    <xsl:variable name="lead">
      <xsl:if test="not(@heading)"><xsl:value-of select="$number"/></xsl:if>
    </xsl:variable>
    <xsl:for-each select="$paragraphs">
      <paragraph key="paragraph:{../../@id}:{position()}">
        <xsl:if test="position() = 1"><xsl:value-of select="$lead"/></xsl:if>
        <xsl:apply-templates mode="inline"/>
      </paragraph>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:field" mode="inline">
    <field><xsl:copy-of select="@ref | @format"/></field>
  </xsl:template>

  <!-- The number that is stored, in full-width brackets; else the section's place among those of
       its level since the last of a higher one. A stored number that lacks its mark gets that of
       the level. -->
  <xsl:template name="section-number">
    <xsl:param name="level"/>
    <xsl:variable name="above" select="preceding-sibling::p:section[@level &lt; current()/@level][1]"/>
    <xsl:variable name="place" select="1 + count(preceding-sibling::p:section[@level = current()/@level])
                                         - count($above/preceding-sibling::p:section[@level = current()/@level])"/>
    <xsl:variable name="stored" select="translate(normalize-space(@number), '()', '（）')"/>
    <xsl:choose>
      <xsl:when test="$stored and translate($stored, '（）、.．', '') != $stored">
        <xsl:value-of select="$stored"/>
      </xsl:when>
      <xsl:when test="$stored">
        <xsl:call-template name="mark">
          <xsl:with-param name="level" select="$level"/>
          <xsl:with-param name="number" select="$stored"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$level &lt; 3">
        <xsl:call-template name="mark">
          <xsl:with-param name="level" select="$level"/>
          <xsl:with-param name="number">
            <xsl:call-template name="chinese">
              <xsl:with-param name="number" select="$place"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="mark">
          <xsl:with-param name="level" select="$level"/>
          <xsl:with-param name="number" select="$place"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="mark">
    <xsl:param name="level"/>
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="$level = 1"><xsl:value-of select="concat($number, '、')"/></xsl:when>
      <xsl:when test="$level = 3"><xsl:value-of select="concat($number, '.')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('（', $number, '）')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 1 to 99 in Chinese. -->
  <xsl:template name="chinese">
    <xsl:param name="number"/>
    <xsl:variable name="digits" select="'一二三四五六七八九'"/>
    <xsl:variable name="tens" select="floor($number div 10)"/>
    <xsl:if test="$tens &gt; 1"><xsl:value-of select="substring($digits, $tens, 1)"/></xsl:if>
    <xsl:if test="$tens &gt; 0">十</xsl:if>
    <xsl:if test="$number mod 10"><xsl:value-of select="substring($digits, $number mod 10, 1)"/></xsl:if>
  </xsl:template>

  <!-- 附件说明 -->
  <xsl:template name="annex-list">
    <xsl:if test="$units or $powers">
      <list key="annexes:{@id}" kind="annexes" label="附件：">
        <xsl:if test="$units">
          <item>
            <xsl:call-template name="annex-number">
              <xsl:with-param name="number" select="$unit-annex"/>
            </xsl:call-template>
            <xsl:call-template name="unit-title"/>
          </item>
        </xsl:if>
        <xsl:if test="$powers">
          <item>
            <xsl:call-template name="annex-number">
              <xsl:with-param name="number" select="$power-annex"/>
            </xsl:call-template>
            <xsl:call-template name="power-title"/>
          </item>
        </xsl:if>
      </list>
    </xsl:if>
  </xsl:template>

  <xsl:template name="annex-number">
    <xsl:param name="number"/>
    <xsl:if test="string($number)">
      <xsl:attribute name="number"><xsl:value-of select="concat($number, '.')"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="unit-title"><field ref="town:name"/>机构编制一览表</xsl:template>

  <xsl:template name="power-title"><field ref="town:name"/>承接县级权限事项目录</xsl:template>

  <!-- 机构编制一览表 -->
  <xsl:template name="unit-table">
    <!-- Widths in millimetres: a type's column holds four characters of its heading side by side,
         or, where there are many, two, so that no heading breaks inside a word. -->
    <xsl:variable name="types" select="2 + $with-enforcement + $with-worker + $with-off-quota"/>
    <xsl:variable name="type-width">
      <xsl:choose>
        <xsl:when test="$types &gt; 3">12.5</xsl:when>
        <xsl:otherwise>21</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <annex key="unit-annex:{@id}" label="附件{$unit-annex}"><xsl:call-template name="unit-title"/></annex>
    <table key="unit-table:{@id}" title="{p:town/@name}机构编制一览表"
           description="每行一个机构：序号、名称和加挂牌子、类别，各类编制数；最后一行为合计">
      <column width="12" align="center"/>
      <column width="{156 - 12 - 21 - $types * $type-width}"/>
      <column width="21" align="center"/>
      <column width="{$type-width}" align="center"/>
      <column width="{$type-width}" align="center"/>
      <xsl:if test="$with-enforcement"><column width="{$type-width}" align="center"/></xsl:if>
      <xsl:if test="$with-worker"><column width="{$type-width}" align="center"/></xsl:if>
      <xsl:if test="$with-off-quota"><column width="{$type-width}" align="center"/></xsl:if>
      <header>
        <row>
          <cell>序号</cell>
          <cell>机构名称</cell>
          <cell>类别</cell>
          <cell>行政编制</cell>
          <cell>事业编制</cell>
          <xsl:if test="$with-enforcement"><cell>行政执法专项编制</cell></xsl:if>
          <xsl:if test="$with-worker"><cell>工勤编制</cell></xsl:if>
          <xsl:if test="$with-off-quota"><cell>编外人员</cell></xsl:if>
        </row>
      </header>
      <xsl:for-each select="$units[@kind = 'leading'] | $units[@kind = 'office']">
        <xsl:sort select="number(@kind = 'office')" data-type="number"/>
        <xsl:call-template name="unit-row">
          <xsl:with-param name="number" select="position()"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:variable name="organs" select="count($units[@kind = 'leading' or @kind = 'office'])"/>
      <xsl:for-each select="$units[@kind != 'leading' and @kind != 'office']">
        <xsl:sort select="number(@kind != 'center')" data-type="number"/>
        <xsl:sort select="number(@kind != 'enforcement')" data-type="number"/>
        <xsl:sort select="number(@kind != 'dispatched')" data-type="number"/>
        <xsl:call-template name="unit-row">
          <xsl:with-param name="number" select="$organs + position()"/>
        </xsl:call-template>
      </xsl:for-each>
      <row key="unit-total:{@id}" total="true">
        <cell columns="3">合计</cell>
        <cell><xsl:if test="$quotas[@type = 'administrative']"><field ref="headcount:administrative"/></xsl:if></cell>
        <cell><xsl:if test="$quotas[@type = 'institutional']"><field ref="headcount:institutional"/></xsl:if></cell>
        <xsl:if test="$with-enforcement"><cell><field ref="headcount:enforcement"/></cell></xsl:if>
        <xsl:if test="$with-worker"><cell><field ref="headcount:worker"/></cell></xsl:if>
        <xsl:if test="$with-off-quota"><cell><field ref="headcount:off-quota"/></cell></xsl:if>
      </row>
    </table>
  </xsl:template>

  <xsl:template name="unit-row">
    <xsl:param name="number"/>
    <row key="unit-row:{@id}">
      <cell value="{$number}"/>
      <cell>
        <field ref="unit:{@id}:full"/>
        <xsl:if test="@co-located-with">（与<field ref="unit:{@co-located-with}"/>合署办公）</xsl:if>
      </cell>
      <cell><field ref="row:{@id}:kind"/></cell>
      <xsl:call-template name="quota-cell">
        <xsl:with-param name="type" select="'administrative'"/>
      </xsl:call-template>
      <xsl:call-template name="quota-cell">
        <xsl:with-param name="type" select="'institutional'"/>
      </xsl:call-template>
      <xsl:if test="$with-enforcement">
        <xsl:call-template name="quota-cell">
          <xsl:with-param name="type" select="'enforcement'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$with-worker">
        <xsl:call-template name="quota-cell">
          <xsl:with-param name="type" select="'worker'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$with-off-quota">
        <xsl:call-template name="quota-cell">
          <xsl:with-param name="type" select="'off-quota'"/>
        </xsl:call-template>
      </xsl:if>
    </row>
  </xsl:template>

  <!-- A body that works as one with another has its headcount there; one without a figure stays
       empty, since empty is not none. -->
  <xsl:template name="quota-cell">
    <xsl:param name="type"/>
    <cell>
      <xsl:if test="not(@co-located-with) and p:quota[@type = $type]">
        <field ref="quota:{@id}:{$type}"/>
      </xsl:if>
    </cell>
  </xsl:template>

  <!-- 承接县级权限事项目录 -->
  <xsl:template name="power-table">
    <annex key="power-annex:{@id}" label="附件{$power-annex}" orientation="landscape"><xsl:call-template name="power-title"/></annex>
    <table key="power-table:{@id}" title="{p:town/@name}承接县级权限事项目录"
           description="每行一个事项：序号、名称、类别、领域、原实施部门、下放方式、承接机构">
      <column width="5" align="center"/>
      <column width="24"/>
      <column width="9" align="center"/>
      <column width="9" align="center"/>
      <column width="16"/>
      <column width="8" align="center"/>
      <column width="18"/>
      <header>
        <row>
          <cell>序号</cell>
          <cell>事项名称</cell>
          <cell>类别</cell>
          <cell>领域</cell>
          <cell>原实施部门</cell>
          <cell>下放方式</cell>
          <cell>承接机构</cell>
        </row>
      </header>
      <xsl:for-each select="$powers">
        <row key="power-row:{@id}">
          <cell value="{position()}"/>
          <cell><xsl:value-of select="@name"/></cell>
          <cell><xsl:if test="@kind"><field ref="row:{@id}:kind"/></xsl:if></cell>
          <cell><xsl:if test="@field"><field ref="row:{@id}:field"/></xsl:if></cell>
          <cell><xsl:value-of select="@department"/></cell>
          <cell><xsl:if test="@mode"><field ref="row:{@id}:mode"/></xsl:if></cell>
          <cell><xsl:if test="@receiver"><field ref="row:{@id}:receiver"/></xsl:if></cell>
        </row>
      </xsl:for-each>
    </table>
  </xsl:template>
</xsl:stylesheet>
