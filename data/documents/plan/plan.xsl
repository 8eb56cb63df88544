<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The reform plan (改革方案): title, preamble, and the sections as the plan has them. From plan XML
     (sanding-plan.xsd) to document blocks (sanding-blocks.xsd). Numbers and names of the model are
     left as fields, which the program fills in. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns:a="urn:sanding:annexes:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p a">

  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- Whether it is made as an annex of another document, which then signs and lists annexes. -->
  <xsl:param name="annex" select="false()"/>

  <xsl:template match="/p:plan">
    <blocks document="plan" title="{@title}" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:choose>
        <xsl:when test="$annex">
          <annex key="title:{@id}"><xsl:value-of select="@title"/></annex>
        </xsl:when>
        <xsl:otherwise>
          <title key="title:{@id}"><xsl:value-of select="@title"/></title>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="preamble">
        <xsl:with-param name="text" select="@preamble"/>
      </xsl:call-template>
      <xsl:apply-templates select="p:section"/>
      <xsl:if test="not($annex)">
        <xsl:call-template name="annexes"/>
        <xsl:if test="@issuer">
          <signature key="signature:{@id}" sealed="true"><xsl:value-of select="@issuer"/></signature>
        </xsl:if>
        <xsl:if test="@date">
          <date key="date:{@id}"><field ref="plan:date"/></date>
        </xsl:if>
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

  <!-- 附件说明, in the order and with the numbers that the annexes have -->
  <xsl:template name="annexes">
    <xsl:variable name="annexes" select="a:annexes/a:annex"/>
    <xsl:if test="$annexes">
      <list key="annexes:{@id}" kind="annexes" label="附件：">
        <xsl:for-each select="$annexes">
          <item>
            <xsl:if test="string(@number)">
              <xsl:attribute name="number"><xsl:value-of select="concat(@number, '.')"/></xsl:attribute>
            </xsl:if>
            <xsl:value-of select="@title"/>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
