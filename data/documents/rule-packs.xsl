<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Rule packs in words, for a staffing officer who reads no XPath. src/document/pack-doc.c gives the files of the packs and the
     words of the model in one document; words of this page that the model has not stand below, in both languages. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:sanding:blocks:1"
                xmlns:k="urn:sanding:pack:1" xmlns:l="urn:sanding:limits:1" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:b="urn:sanding:blocks:1" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="b k l sch exsl">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="word-list">
    <w xmlns="" id="packs" zh="规则包说明" en="Rule packs in words"/>
    <w xmlns="" id="about" zh="适用范围和来源" en="Scope and source"/>
    <w xmlns="" id="county" zh="县级规则" en="Rules for the county as a whole"/>
    <w xmlns="" id="plan" zh="方案规则" en="Rules for a plan"/>
    <w xmlns="" id="gauges" zh="对照表项目" en="Gauges"/>
    <w xmlns="" id="limits" zh="原文的数字" en="Figures of the text"/>
    <w xmlns="" id="names" zh="原文的名单" en="Names in the text"/>
    <w xmlns="" id="parameters" zh="须由本县填写的数" en="Figures that the office fills in"/>
    <w xmlns="" id="readings" zh="待确认的条文理解" en="Readings to confirm"/>
    <w xmlns="" id="rows" zh="没有作成规则的条目" en="Rows of the source that are no rule"/>
    <w xmlns="" id="colon" zh="：" en=": "/>
    <w xmlns="" id="comma" zh="、" en=", "/>
    <w xmlns="" id="dot" zh="；" en=" · "/>
    <w xmlns="" id="stop" zh="。" en="."/>
    <w xmlns="" id="open" zh="（" en=" ("/>
    <w xmlns="" id="close" zh="）" en=")"/>
    <w xmlns="" id="item" zh="项目" en="Item"/>
    <w xmlns="" id="content" zh="内容" en="Content"/>
    <w xmlns="" id="place" zh="适用地区" en="Place"/>
    <w xmlns="" id="period" zh="适用时间" en="Period"/>
    <w xmlns="" id="towns" zh="适用乡镇" en="Towns"/>
    <w xmlns="" id="units" zh="涉及对象" en="About"/>
    <w xmlns="" id="authority" zh="来源效力" en="Authority"/>
    <w xmlns="" id="basis" zh="所依据文件" en="Rests on"/>
    <w xmlns="" id="reference" zh="参照文件" en="Refers to"/>
    <w xmlns="" id="damage" zh="原文缺损" en="Damage of the text"/>
    <w xmlns="" id="counts" zh="规则条数" en="Rules"/>
    <w xmlns="" id="version" zh="版本" en="Version"/>
    <w xmlns="" id="everywhere" zh="不限" en="Anywhere"/>
    <w xmlns="" id="since" zh="起" en=" onwards"/>
    <w xmlns="" id="until" zh="至" en=" to "/>
    <w xmlns="" id="before" zh="截至" en="until "/>
    <w xmlns="" id="severity" zh="程度" en="Severity"/>
    <w xmlns="" id="error" zh="必须改正" en="Must be put right"/>
    <w xmlns="" id="warning" zh="应当核对" en="To be looked into"/>
    <w xmlns="" id="info" zh="提示" en="Advice"/>
    <w xmlns="" id="question" zh="待确认" en="Question to the office"/>
    <w xmlns="" id="capped" zh="（按措辞为“WORDING”，因来源效力减轻）" en=" (by its wording “WORDING”, weakened by its source’s authority)"/>
    <w xmlns="" id="clause" zh="条款" en="Clause"/>
    <w xmlns="" id="clauses" zh="来源的条款" en="Clauses of the source"/>
    <w xmlns="" id="says" zh="内容" en="What it says"/>
    <w xmlns="" id="phases" zh="阶段" en="Phases"/>
    <w xmlns="" id="draft" zh="起草" en="draft"/>
    <w xmlns="" id="review" zh="评审" en="review"/>
    <w xmlns="" id="submission" zh="报送" en="submission"/>
    <w xmlns="" id="all-phases" zh="各阶段" en="all"/>
    <w xmlns="" id="object" zh="对象" en="Applies to"/>
    <w xmlns="" id="conditions" zh="（限特定情形）" en=" (in some cases)"/>
    <w xmlns="" id="no-subdistrict" zh="（街道除外）" en=" (not in subdistricts)"/>
    <w xmlns="" id="subdistrict-only" zh="（限街道）" en=" (in subdistricts only)"/>
    <w xmlns="" id="proposed" zh="拟设" en="proposed "/>
    <w xmlns="" id="current" zh="现有" en="current "/>
    <w xmlns="" id="mend" zh="怎样办" en="What to do"/>
    <w xmlns="" id="figures" zh="所用数字" en="Figures"/>
    <w xmlns="" id="value" zh="数字" en="Figure"/>
    <w xmlns="" id="used" zh="用于规则" en="Used by"/>
    <w xmlns="" id="term" zh="施行时间" en="In force"/>
    <w xmlns="" id="strength" zh="措辞" en="Wording"/>
    <w xmlns="" id="must" zh="必须" en="must"/>
    <w xmlns="" id="should" zh="应当" en="should"/>
    <w xmlns="" id="may" zh="可以" en="may"/>
    <w xmlns="" id="parameter" zh="数" en="Figure"/>
    <w xmlns="" id="unit" zh="单位" en="Unit"/>
    <w xmlns="" id="number" zh="编号" en="No."/>
    <w xmlns="" id="kind" zh="处理" en="Treated as"/>
    <w xmlns="" id="reason" zh="理由" en="Reason"/>
    <w xmlns="" id="template" zh="范本" en="template"/>
    <w xmlns="" id="benchmark" zh="参照" en="benchmark"/>
    <w xmlns="" id="fixture" zh="样例" en="example"/>
    <w xmlns="" id="unchecked" zh="不能检查" en="cannot be checked"/>
    <w xmlns="" id="natural" zh="（通常理解）" en=" (the natural reading)"/>
    <w xmlns="" id="normative" zh="规范性文件：可以作出禁止和要求" en="A normative text: it may forbid and require"/>
    <w xmlns="" id="approved-plan" zh="经批准的方案：对所批准的乡镇有约束力" en="An approved plan: it binds its town"/>
    <w xmlns="" id="meeting" zh="会议讲话：原则上适用，不作禁止，最重为“应当核对”" en="What was said at a meeting: it holds in principle and forbids nothing"/>
    <w xmlns="" id="article" zh="经验文章：只作提示" en="An article: it advises and no more"/>
    <w xmlns="" id="unset" zh="这些数原文没有写明。未填写时，有关规则只提问，不作判断；没有默认值。" en="The text does not give these figures. Until they are filled in the rules ask; there are no defaults."/>
    <w xmlns="" id="unsure" zh="原文有多种理解。确认之前，有关规则只提问，不会判为必须改正。" en="The text can be read in several ways. Until one is confirmed the rules ask, and forbid nothing."/>
    <w xmlns="" id="county-note" zh="对全县各乡镇一并检查，不是对单个方案。" en="These look at all towns of the county together, not at one plan."/>
    <w xmlns="" id="blank-note" zh="〔　〕内的内容在检查时按方案填入。" en="What stands in 〔　〕 is filled in from the plan. The sentences are what a finding says, in Chinese."/>
    <w xmlns="" id="no-source" zh="没有来源文件，按表单本身的含义检查。" en="No source: they follow from what the forms mean."/>
    <w xmlns="" id="bodies" zh="个" en="bodies"/>
    <w xmlns="" id="posts" zh="名" en="posts"/>
    <w xmlns="" id="persons" zh="人" en="persons"/>
    <w xmlns="" id="points" zh="分" en="points"/>
    <w xmlns="" id="date" zh="日期" en="date"/>
    <w xmlns="" id="ratio" zh="比例" en="ratio"/>
    <w xmlns="" id="km2" zh="平方公里" en="km²"/>
    <w xmlns="" id="10k-yuan" zh="万元" en="10,000 yuan"/>
    <w xmlns="" id="field" zh="填入项" en="Field"/>
  </xsl:variable>
  <!-- What stands in a blank, by the expression that fills it: the first that fits. -->
  <xsl:variable name="blank-list">
    <b xmlns="" is="@name" zh="名称"/>
    <b xmlns="" is="../@name" zh="机构名称"/>
    <b xmlns="" is="@title" zh="标题"/>
    <b xmlns="" is="@number" zh="编号"/>
    <b xmlns="" is="@due" zh="时限"/>
    <b xmlns="" is="@text" zh="原文"/>
    <b xmlns="" is="@value" zh="数值"/>
    <b xmlns="" is="@leaders" zh="职数"/>
    <b xmlns="" is="@filing-days" zh="天数"/>
    <b xmlns="" is="$score" zh="得分"/>
    <b xmlns="" is="$population" zh="人口"/>
    <b xmlns="" has="$fields" zh="领域数"/>
    <b xmlns="" has="powers" zh="事项数"/>
    <b xmlns="" has="departments" zh="部门数"/>
    <b xmlns="" has="plaques" zh="牌子数"/>
    <b xmlns="" has="institutional-before" zh="原有事业编制"/>
    <b xmlns="" has="administrative-before" zh="原有行政编制"/>
    <b xmlns="" has="-before" zh="原有数"/>
    <b xmlns="" has="-actual" zh="实有数"/>
    <b xmlns="" has="institutional-limit" zh="事业编制限额"/>
    <b xmlns="" has="administrative-limit" zh="行政编制限额"/>
    <b xmlns="" has="-limit" zh="限额"/>
    <b xmlns="" has="-least" zh="下限"/>
    <b xmlns="" has="-most" zh="上限"/>
    <b xmlns="" has="off-quota" zh="编外人数"/>
    <b xmlns="" has="institutional" zh="事业编制"/>
    <b xmlns="" has="administrative" zh="行政编制"/>
    <b xmlns="" has="leader" zh="领导职数"/>
    <b xmlns="" has="deput" zh="副职数"/>
    <b xmlns="" has="headcount" zh="编制数"/>
    <b xmlns="" has="@approved" zh="编制数"/>
    <b xmlns="" has="count($offices" zh="机构数"/>
    <b xmlns="" has="count($centers" zh="中心数"/>
    <b xmlns="" has="count($squads" zh="队伍数"/>
    <b xmlns="" has="count($bodies" zh="机构数"/>
    <b xmlns="" has="/@name" zh="名称"/>
    <b xmlns="" has="name" zh="名称"/>
    <b xmlns="" has="count(" zh="实有数"/>
    <b xmlns="" has="sum(" zh="合计"/>
    <b xmlns="" has="" zh="……"/>
  </xsl:variable>

  <xsl:variable name="language" select="string(/packs/@language)"/>
  <xsl:variable name="words" select="exsl:node-set($word-list)/w"/>
  <xsl:variable name="blanks" select="exsl:node-set($blank-list)/b"/>
  <xsl:variable name="plain" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-'"/>
  <xsl:variable name="punctuation" select="'()[]=&lt;&gt;!+*,/|'"/>
  <xsl:variable name="gaps" select="'             '"/>
  <xsl:key name="diagnostic" match="sch:diagnostic" use="concat(generate-id(ancestor::sch:schema), '|', @id)"/>
  <xsl:key name="rule" match="sch:assert | sch:report" use="concat(ancestor::pack/@n, '|', @id)"/>
  <xsl:key name="part" match="k:parameter | k:reading | l:limit | l:names" use="concat(ancestor::pack/@n, '|', local-name(), @id)"/>
  <xsl:key name="token" match="token" use="concat(@enumeration, '|', @name)"/>

  <xsl:template match="/packs">
    <blocks document="rule-packs">
      <xsl:attribute name="language"><xsl:value-of select="$language"/><xsl:if test="$language = 'zh'">-CN</xsl:if></xsl:attribute>
      <xsl:attribute name="title">
        <xsl:call-template name="title"/>
      </xsl:attribute>
      <xsl:variable name="blocks"><xsl:apply-templates select="pack"/></xsl:variable>
      <xsl:apply-templates select="exsl:node-set($blocks)/*" mode="number"/>
    </blocks>
  </xsl:template>

  <!-- Sections of a pack are numbered 一、. -->
  <xsl:template match="*" mode="number">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="self::b:heading[@level = 1]">
        <xsl:variable name="pack" select="preceding-sibling::b:title[1]"/>
        <xsl:variable name="n" select="1 + count(preceding-sibling::b:heading[@level = 1]) - count($pack/preceding-sibling::b:heading[@level = 1])"/>
        <xsl:attribute name="number">
          <xsl:choose>
            <xsl:when test="$language = 'zh'"><xsl:value-of select="concat(substring('一二三四五六七八九十', $n, 1), '、')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="concat($n, '. ')"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </xsl:if>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="title">
    <xsl:choose>
      <xsl:when test="count(pack) = 1"><xsl:apply-templates select="pack/k:pack" mode="title"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="w"><xsl:with-param name="id" select="'packs'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A word of this page; one that it does not know stands as it is. -->
  <xsl:template name="w">
    <xsl:param name="id"/>
    <xsl:variable name="word" select="$words[@id = $id]"/>
    <xsl:choose>
      <xsl:when test="$word and $language = 'zh'"><xsl:value-of select="$word/@zh"/></xsl:when>
      <xsl:when test="$word"><xsl:value-of select="$word/@en"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="token | table" mode="word">
    <xsl:choose>
      <xsl:when test="$language = 'zh'"><xsl:value-of select="@zh"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@en"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Of texts in several languages the one asked for, else the first. -->
  <xsl:template name="local">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="$of[lang($language)]"><xsl:value-of select="normalize-space($of[lang($language)][1])"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($of[1])"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="k:pack | k:parameter | k:choice" mode="title">
    <xsl:call-template name="local"><xsl:with-param name="of" select="k:title"/></xsl:call-template>
  </xsl:template>

  <!-- A key by an identifier that an author wrote; what no key can hold is numbered. -->
  <xsl:template name="key">
    <xsl:param name="of"/>
    <xsl:param name="id" select="string(@id)"/>
    <xsl:variable name="first" select="(key('rule', concat(ancestor::pack/@n, '|', $id))[current()/self::sch:*] | key('part', concat(ancestor::pack/@n, '|', local-name(), $id)))[1]"/>
    <xsl:attribute name="key">
      <xsl:value-of select="concat($of, ':')"/>
      <xsl:choose>
        <xsl:when test="translate(ancestor-or-self::pack/@id, $plain, '') = '' and string-length(ancestor-or-self::pack/@id) &lt; 60 and not(ancestor-or-self::pack/preceding-sibling::pack/@id = ancestor-or-self::pack/@id)">
          <xsl:value-of select="ancestor-or-self::pack/@id"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('pack-', ancestor-or-self::pack/@n)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="not(self::pack)">
        <xsl:text>:</xsl:text>
        <xsl:choose>
          <xsl:when test="$id and not(translate($id, $plain, '')) and string-length($id) &lt; 60"><xsl:value-of select="$id"/></xsl:when>
          <xsl:otherwise><xsl:text>n</xsl:text><xsl:number level="any" count="*"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="generate-id($first) != generate-id()">:<xsl:number level="any" count="*"/></xsl:if>
      </xsl:if>
    </xsl:attribute>
  </xsl:template>

  <xsl:template name="section">
    <xsl:param name="id"/>
    <heading level="1">
      <xsl:call-template name="key"><xsl:with-param name="of" select="$id"/></xsl:call-template>
      <xsl:call-template name="w"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    </heading>
  </xsl:template>

  <xsl:template name="note">
    <xsl:param name="id"/>
    <paragraph>
      <xsl:call-template name="key"><xsl:with-param name="of" select="concat('note-', $id)"/></xsl:call-template>
      <xsl:call-template name="w"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    </paragraph>
  </xsl:template>

  <xsl:template match="pack">
    <xsl:if test="preceding-sibling::pack"><page-break key="break:{@n}"/></xsl:if>
    <title>
      <xsl:call-template name="key"><xsl:with-param name="of" select="'pack'"/></xsl:call-template>
      <xsl:apply-templates select="k:pack" mode="title"/>
    </title>
    <xsl:call-template name="about"/>
    <xsl:call-template name="clauses"/>
    <xsl:call-template name="parameters"/>
    <xsl:call-template name="readings"/>
    <xsl:call-template name="rules"><xsl:with-param name="id" select="'plan'"/><xsl:with-param name="schema" select="plan/sch:schema"/></xsl:call-template>
    <xsl:call-template name="rules"><xsl:with-param name="id" select="'county'"/><xsl:with-param name="schema" select="county/sch:schema"/></xsl:call-template>
    <xsl:call-template name="limits"/>
    <xsl:call-template name="rows"/>
  </xsl:template>

  <xsl:template name="head">
    <xsl:param name="ids"/>
    <xsl:if test="$ids">
      <cell><xsl:call-template name="w"><xsl:with-param name="id" select="substring-before($ids, ' ')"/></xsl:call-template></cell>
      <xsl:call-template name="head"><xsl:with-param name="ids" select="substring-after($ids, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Title and description of a table. -->
  <xsl:template name="table-names">
    <xsl:param name="id"/>
    <xsl:call-template name="key"><xsl:with-param name="of" select="concat('table-', $id)"/></xsl:call-template>
    <xsl:attribute name="title"><xsl:call-template name="w"><xsl:with-param name="id" select="$id"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="description"><xsl:call-template name="w"><xsl:with-param name="id" select="$id"/></xsl:call-template></xsl:attribute>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="id"/>
    <xsl:param name="text"/>
    <xsl:if test="string($text)">
      <row>
        <cell><xsl:call-template name="w"><xsl:with-param name="id" select="$id"/></xsl:call-template></cell>
        <cell><xsl:value-of select="$text"/></cell>
      </row>
    </xsl:if>
  </xsl:template>

  <xsl:template name="about">
    <xsl:variable name="pack" select="k:pack"/>
    <xsl:variable name="towns"><xsl:apply-templates select="$pack/k:scope/k:town"/></xsl:variable>
    <xsl:variable name="period"><xsl:for-each select="$pack/k:scope/k:period">
      <xsl:call-template name="comma"/><xsl:call-template name="term"/>
    </xsl:for-each></xsl:variable>
    <xsl:variable name="place"><xsl:for-each select="$pack/k:scope/k:place">
      <xsl:call-template name="comma"/><xsl:value-of select="concat(@province, @city, @county, @town)"/>
    </xsl:for-each></xsl:variable>
    <xsl:variable name="any"><xsl:call-template name="w"><xsl:with-param name="id" select="'everywhere'"/></xsl:call-template></xsl:variable>
    <xsl:call-template name="section"><xsl:with-param name="id" select="'about'"/></xsl:call-template>
    <table>
      <xsl:call-template name="table-names"><xsl:with-param name="id" select="'about'"/></xsl:call-template>
      <column width="1"/>
      <column width="4"/>
      <header><row><xsl:call-template name="head"><xsl:with-param name="ids" select="'item content '"/></xsl:call-template></row></header>
      <xsl:call-template name="fact"><xsl:with-param name="id" select="'place'"/><xsl:with-param name="text">
        <xsl:value-of select="$place"/><xsl:if test="not(string($place))"><xsl:value-of select="$any"/></xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="fact"><xsl:with-param name="id" select="'period'"/><xsl:with-param name="text">
        <xsl:value-of select="$period"/><xsl:if test="not(string($period))"><xsl:value-of select="$any"/></xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="fact"><xsl:with-param name="id" select="'towns'"/><xsl:with-param name="text">
        <xsl:value-of select="$towns"/><xsl:if test="not(string($towns))"><xsl:value-of select="$any"/></xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="fact"><xsl:with-param name="id" select="'units'"/><xsl:with-param name="text"><xsl:call-template name="kinds"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="fact"><xsl:with-param name="id" select="'authority'"/><xsl:with-param name="text">
        <xsl:call-template name="w"><xsl:with-param name="id">
          <xsl:choose><xsl:when test="$pack/k:scope or $pack/k:rests-on"><xsl:value-of select="$pack/@authority"/></xsl:when><xsl:otherwise>no-source</xsl:otherwise></xsl:choose>
        </xsl:with-param></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:call-template name="fact"><xsl:with-param name="id" select="'counts'"/><xsl:with-param name="text"><xsl:call-template name="counts"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="fact"><xsl:with-param name="id" select="'version'"/><xsl:with-param name="text" select="$pack/@version"/></xsl:call-template>
      <xsl:for-each select="$pack/k:rests-on/k:document">
        <xsl:call-template name="fact">
          <xsl:with-param name="id"><xsl:choose><xsl:when test="@role = 'reference'">reference</xsl:when><xsl:otherwise>basis</xsl:otherwise></xsl:choose></xsl:with-param>
          <xsl:with-param name="text"><xsl:value-of select="@title"/><xsl:if test="@number"><xsl:call-template name="w"><xsl:with-param name="id" select="'open'"/></xsl:call-template><xsl:value-of select="@number"/><xsl:call-template name="w"><xsl:with-param name="id" select="'close'"/></xsl:call-template></xsl:if></xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="fact"><xsl:with-param name="id" select="'damage'"/><xsl:with-param name="text">
        <xsl:call-template name="local"><xsl:with-param name="of" select="$pack/k:damage"/></xsl:call-template></xsl:with-param></xsl:call-template>
    </table>
  </xsl:template>

  <xsl:template name="comma">
    <xsl:if test="position() &gt; 1"><xsl:call-template name="w"><xsl:with-param name="id" select="'comma'"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- A period: from, until or both. -->
  <xsl:template name="term">
    <xsl:choose>
      <xsl:when test="@from and @until">
        <xsl:value-of select="@from"/><xsl:call-template name="w"><xsl:with-param name="id" select="'until'"/></xsl:call-template><xsl:value-of select="@until"/>
      </xsl:when>
      <xsl:when test="@from"><xsl:value-of select="@from"/><xsl:call-template name="w"><xsl:with-param name="id" select="'since'"/></xsl:call-template></xsl:when>
      <xsl:when test="@until"><xsl:call-template name="w"><xsl:with-param name="id" select="'before'"/></xsl:call-template><xsl:value-of select="@until"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="k:scope/k:town">
    <xsl:call-template name="comma"/>
    <xsl:apply-templates select="key('token', concat('town-kind|', @kind))" mode="word"/>
    <xsl:if test="@pilot"><xsl:call-template name="w"><xsl:with-param name="id" select="'open'"/></xsl:call-template><xsl:apply-templates select="key('token', concat('pilot|', @pilot))" mode="word"/><xsl:call-template name="w"><xsl:with-param name="id" select="'close'"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- The tables of the model that the rules are about, and the kinds of units among them. -->
  <xsl:template name="kinds">
    <xsl:variable name="rules" select="plan//sch:rule | county//sch:rule"/>
    <xsl:for-each select="/packs/table[$rules[contains(concat(translate(@context, '[/|', '   '), ' '), concat('p:', current()/@name, ' '))]]">
      <xsl:call-template name="comma"/>
      <xsl:apply-templates select="." mode="word"/>
      <xsl:if test="@name = 'unit'">
        <xsl:variable name="found">
          <xsl:for-each select="/packs/token[@enumeration = 'unit-kind']">
            <xsl:variable name="test" select="concat('@kind=', &quot;'&quot;, @name, &quot;'&quot;)"/>
            <xsl:if test="$rules[contains(@context, 'p:unit')][contains(translate(@context, ' ', ''), $test)]">
              <xsl:call-template name="w"><xsl:with-param name="id" select="'comma'"/></xsl:call-template><xsl:apply-templates select="." mode="word"/>
            </xsl:if>
          </xsl:for-each>
        </xsl:variable>
        <xsl:variable name="comma"><xsl:call-template name="w"><xsl:with-param name="id" select="'comma'"/></xsl:call-template></xsl:variable>
        <xsl:if test="string($found)"><xsl:call-template name="w"><xsl:with-param name="id" select="'open'"/></xsl:call-template><xsl:value-of select="substring($found, string-length($comma) + 1)"/><xsl:call-template name="w"><xsl:with-param name="id" select="'close'"/></xsl:call-template></xsl:if>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="counts">
    <xsl:variable name="pack" select="."/>
    <xsl:for-each select="severity">
      <xsl:variable name="roles" select="$pack/severity[@effective = current()/@role]/@role"/>
      <xsl:variable name="n" select="count($pack//sch:assert[@role = $roles or not(@role) and $roles = 'error'] | $pack//sch:report[@role = $roles or not(@role) and $roles = 'error'][not(@flag = 'gauge')])"/>
      <xsl:call-template name="w"><xsl:with-param name="id" select="@role"/></xsl:call-template>
      <xsl:value-of select="concat(' ', $n)"/>
      <xsl:if test="position() != last()"><xsl:call-template name="w"><xsl:with-param name="id" select="'comma'"/></xsl:call-template></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="clauses">
    <xsl:if test="k:pack/k:clauses/k:clause/k:text">
      <xsl:call-template name="section"><xsl:with-param name="id" select="'clauses'"/></xsl:call-template>
      <table>
        <xsl:call-template name="table-names"><xsl:with-param name="id" select="'clauses'"/></xsl:call-template>
        <column width="2"/>
        <column width="8"/>
        <header><row><xsl:call-template name="head"><xsl:with-param name="ids" select="'clause says '"/></xsl:call-template></row></header>
        <xsl:for-each select="k:pack/k:clauses/k:clause[k:text]">
          <row>
            <xsl:call-template name="key"><xsl:with-param name="of" select="'clause'"/></xsl:call-template>
            <cell><xsl:value-of select="@id"/></cell>
            <cell><xsl:call-template name="local"><xsl:with-param name="of" select="k:text"/></xsl:call-template></cell>
          </row>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="parameters">
    <xsl:if test="k:pack/k:parameter">
      <xsl:call-template name="section"><xsl:with-param name="id" select="'parameters'"/></xsl:call-template>
      <xsl:call-template name="note"><xsl:with-param name="id" select="'unset'"/></xsl:call-template>
      <table>
        <xsl:call-template name="table-names"><xsl:with-param name="id" select="'parameters'"/></xsl:call-template>
        <column width="6"/>
        <column width="2"/>
        <column width="2"/>
        <header><row><xsl:call-template name="head"><xsl:with-param name="ids" select="'parameter unit clause '"/></xsl:call-template></row></header>
        <xsl:for-each select="k:pack/k:parameter">
          <row>
            <xsl:call-template name="key"><xsl:with-param name="of" select="'parameter'"/></xsl:call-template>
            <cell><xsl:apply-templates select="." mode="title"/></cell>
            <cell><xsl:call-template name="w"><xsl:with-param name="id" select="string(@unit)"/></xsl:call-template></cell>
            <cell><xsl:value-of select="@clause"/></cell>
          </row>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="readings">
    <xsl:if test="k:pack/k:reading">
      <xsl:call-template name="section"><xsl:with-param name="id" select="'readings'"/></xsl:call-template>
      <xsl:call-template name="note"><xsl:with-param name="id" select="'unsure'"/></xsl:call-template>
      <xsl:for-each select="k:pack/k:reading">
        <heading level="2" number="{@id} ">
          <xsl:call-template name="key"><xsl:with-param name="of" select="'reading'"/></xsl:call-template>
          <xsl:call-template name="local"><xsl:with-param name="of" select="k:question"/></xsl:call-template>
        </heading>
        <xsl:if test="@clause">
          <paragraph>
            <xsl:call-template name="key"><xsl:with-param name="of" select="'question-of'"/></xsl:call-template>
            <xsl:call-template name="labelled"><xsl:with-param name="id" select="'clause'"/><xsl:with-param name="text" select="@clause"/></xsl:call-template>
          </paragraph>
        </xsl:if>
        <xsl:if test="k:choice">
          <list>
            <xsl:call-template name="key"><xsl:with-param name="of" select="'choices'"/></xsl:call-template>
            <xsl:for-each select="k:choice">
              <item number="{position()}. "><xsl:apply-templates select="." mode="title"/>
                <xsl:if test="@natural = 'true'"><xsl:call-template name="w"><xsl:with-param name="id" select="'natural'"/></xsl:call-template></xsl:if>
              </item>
            </xsl:for-each>
          </list>
        </xsl:if>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="labelled">
    <xsl:param name="id"/>
    <xsl:param name="text"/>
    <xsl:call-template name="w"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    <xsl:call-template name="w"><xsl:with-param name="id" select="'colon'"/></xsl:call-template>
    <xsl:value-of select="$text"/>
  </xsl:template>

  <xsl:template name="rules">
    <xsl:param name="id"/>
    <xsl:param name="schema"/>
    <xsl:variable name="rules" select="$schema//sch:assert | $schema//sch:report[not(@flag = 'gauge')]"/>
    <xsl:if test="$rules">
      <xsl:call-template name="section"><xsl:with-param name="id" select="$id"/></xsl:call-template>
      <xsl:if test="$id = 'county'"><xsl:call-template name="note"><xsl:with-param name="id" select="'county-note'"/></xsl:call-template></xsl:if>
      <xsl:if test="$id = 'plan'"><xsl:call-template name="note"><xsl:with-param name="id" select="'blank-note'"/></xsl:call-template></xsl:if>
      <xsl:apply-templates select="$rules"/>
    </xsl:if>
    <xsl:variable name="gauges" select="$schema//sch:report[@flag = 'gauge']"/>
    <xsl:if test="$gauges">
      <heading level="2">
        <xsl:call-template name="key"><xsl:with-param name="of" select="concat('gauges-', $id)"/></xsl:call-template>
        <xsl:call-template name="w"><xsl:with-param name="id" select="'gauges'"/></xsl:call-template>
      </heading>
      <list>
        <xsl:call-template name="key"><xsl:with-param name="of" select="concat('gauge-list-', $id)"/></xsl:call-template>
        <xsl:for-each select="$gauges">
          <item>
            <xsl:call-template name="key"><xsl:with-param name="of" select="'gauge'"/></xsl:call-template>
            <xsl:call-template name="message"/>
            <xsl:call-template name="w"><xsl:with-param name="id" select="'open'"/></xsl:call-template><xsl:value-of select="@id"/><xsl:if test="@see"><xsl:call-template name="w"><xsl:with-param name="id" select="'comma'"/></xsl:call-template><xsl:value-of select="@see"/></xsl:if><xsl:call-template name="w"><xsl:with-param name="id" select="'close'"/></xsl:call-template>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report">
    <xsl:variable name="role"><xsl:value-of select="@role"/><xsl:if test="not(@role)">error</xsl:if></xsl:variable>
    <xsl:variable name="effective" select="string(ancestor::pack/severity[@role = $role]/@effective)"/>
    <xsl:variable name="remedy" select="key('diagnostic', concat(generate-id(ancestor::sch:schema), '|', @id, '-', $language))"/>
    <xsl:variable name="dot"><xsl:call-template name="w"><xsl:with-param name="id" select="'dot'"/></xsl:call-template></xsl:variable>
    <heading level="2" number="{@id} ">
      <xsl:call-template name="key"><xsl:with-param name="of" select="'rule'"/></xsl:call-template>
      <xsl:call-template name="message"/>
    </heading>
    <paragraph>
      <xsl:call-template name="key"><xsl:with-param name="of">
        <xsl:choose><xsl:when test="$effective"><xsl:value-of select="$effective"/></xsl:when><xsl:otherwise>other</xsl:otherwise></xsl:choose>
      </xsl:with-param></xsl:call-template>
      <xsl:call-template name="w"><xsl:with-param name="id">
        <xsl:choose><xsl:when test="$effective"><xsl:value-of select="$effective"/></xsl:when><xsl:otherwise><xsl:value-of select="$role"/></xsl:otherwise></xsl:choose>
      </xsl:with-param></xsl:call-template>
      <xsl:if test="$effective and $effective != $role"><xsl:call-template name="capped"><xsl:with-param name="role" select="$role"/></xsl:call-template></xsl:if>
      <xsl:if test="@see"><xsl:value-of select="$dot"/><xsl:call-template name="labelled"><xsl:with-param name="id" select="'clause'"/><xsl:with-param name="text" select="@see"/></xsl:call-template></xsl:if>
      <xsl:value-of select="$dot"/>
      <xsl:call-template name="labelled"><xsl:with-param name="id" select="'object'"/><xsl:with-param name="text"><xsl:apply-templates select=".." mode="object"/></xsl:with-param></xsl:call-template>
      <xsl:value-of select="$dot"/>
      <xsl:call-template name="labelled"><xsl:with-param name="id" select="'phases'"/><xsl:with-param name="text"><xsl:apply-templates select="../.." mode="phases"/></xsl:with-param></xsl:call-template>
      <xsl:variable name="figures"><xsl:call-template name="figures"/></xsl:variable>
      <xsl:if test="string($figures)"><xsl:value-of select="$dot"/><xsl:call-template name="labelled"><xsl:with-param name="id" select="'figures'"/><xsl:with-param name="text" select="$figures"/></xsl:call-template></xsl:if>
    </paragraph>
    <xsl:if test="$remedy">
      <paragraph>
        <xsl:call-template name="key"><xsl:with-param name="of" select="'mend'"/></xsl:call-template>
        <xsl:call-template name="w"><xsl:with-param name="id" select="'mend'"/></xsl:call-template>
        <xsl:call-template name="w"><xsl:with-param name="id" select="'colon'"/></xsl:call-template>
        <xsl:for-each select="$remedy[1]"><xsl:call-template name="message"/></xsl:for-each>
      </paragraph>
    </xsl:if>
  </xsl:template>

  <xsl:template name="capped">
    <xsl:param name="role"/>
    <xsl:variable name="text"><xsl:call-template name="w"><xsl:with-param name="id" select="'capped'"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="substring-before($text, 'WORDING')"/>
    <xsl:call-template name="w"><xsl:with-param name="id" select="$role"/></xsl:call-template>
    <xsl:value-of select="substring-after($text, 'WORDING')"/>
  </xsl:template>

  <!-- The sentence of a finding, with blanks for what a plan fills in. -->
  <xsl:template name="message">
    <xsl:for-each select="node()">
      <xsl:choose>
        <xsl:when test="self::sch:value-of | self::sch:name"><xsl:apply-templates select="." mode="blank"/></xsl:when>
        <xsl:when test="self::* and *"><xsl:call-template name="message"/></xsl:when>
        <xsl:when test="self::* | self::text()"><xsl:value-of select="."/></xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="sch:name" mode="blank">〔……〕</xsl:template>

  <xsl:template match="sch:value-of" mode="blank">
    <xsl:variable name="pack" select="ancestor::pack"/>
    <xsl:variable name="select" select="normalize-space(@select)"/>
    <xsl:variable name="let" select="(ancestor::*/sch:let[concat('$', @name) = $select])[last()]"/>
    <xsl:variable name="value" select="translate($let/@value, ' ', '')"/>
    <xsl:variable name="limit" select="$pack/l:limits/l:limit[$value = concat(&quot;document('limits.xml')/l:limits/l:limit[@id='&quot;, @id, &quot;']/@value&quot;)]"/>
    <xsl:variable name="parameter" select="$pack/k:pack/k:parameter[contains($value, 'p:parameter[') and contains($value, concat(&quot;@name='&quot;, @id, &quot;'&quot;))]"/>
    <xsl:choose>
      <xsl:when test="$limit"><xsl:value-of select="$limit[1]/@value"/></xsl:when>
      <xsl:when test="$parameter">〔<xsl:value-of select="normalize-space(($parameter[1]/k:title[lang('zh')] | $parameter[1]/k:title)[1])"/>〕</xsl:when>
      <xsl:when test="number($select) = number($select)"><xsl:value-of select="$select"/></xsl:when>
      <xsl:otherwise>〔<xsl:value-of select="$blanks[@is = $select or @has and contains($select, @has)][1]/@zh"/>〕</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a rule is about: the last step of its context. -->
  <xsl:template match="sch:rule" mode="object">
    <xsl:variable name="context" select="normalize-space(@context)"/>
    <xsl:variable name="bare" select="translate($context, ' ', '')"/>
    <xsl:variable name="steps" select="concat(translate($bare, '[]|', '   '), ' ')"/>
    <xsl:variable name="nested" select="/packs/table[contains($bare, concat(']/p:', @name)) or starts-with($bare, concat('p:unit/p:', @name))][1]"/>
    <xsl:variable name="table" select="/packs/table[starts-with($steps, concat('p:', @name, ' '))] | $nested"/>
    <xsl:variable name="about" select="($nested | $table[not($nested)])[1]"/>
    <xsl:choose>
      <xsl:when test="starts-with($bare, 'p:field')"><xsl:call-template name="w"><xsl:with-param name="id" select="'field'"/></xsl:call-template></xsl:when>
      <xsl:when test="not($about)"><xsl:value-of select="@context"/></xsl:when>
    </xsl:choose>
    <xsl:if test="starts-with($bare, &quot;p:unit[@stage='proposed']&quot;)"><xsl:call-template name="w"><xsl:with-param name="id" select="'proposed'"/></xsl:call-template></xsl:if>
    <xsl:if test="starts-with($bare, &quot;p:unit[@stage='current']&quot;)"><xsl:call-template name="w"><xsl:with-param name="id" select="'current'"/></xsl:call-template></xsl:if>
    <xsl:if test="starts-with($bare, 'p:unit') and $nested"><xsl:apply-templates select="/packs/table[@name = 'unit']" mode="word"/><xsl:text> / </xsl:text></xsl:if>
    <xsl:apply-templates select="$about" mode="word"/>
    <xsl:variable name="kinds"><xsl:if test="starts-with($bare, 'p:unit')"><xsl:for-each select="/packs/token[@enumeration = 'unit-kind'][contains($bare, concat(&quot;@kind='&quot;, @name, &quot;'&quot;))][not(@name = 'subdistrict')]">
      <xsl:call-template name="comma"/><xsl:apply-templates select="." mode="word"/>
    </xsl:for-each></xsl:if></xsl:variable>
    <xsl:if test="string($kinds)"><xsl:call-template name="w"><xsl:with-param name="id" select="'open'"/></xsl:call-template><xsl:value-of select="$kinds"/><xsl:call-template name="w"><xsl:with-param name="id" select="'close'"/></xsl:call-template></xsl:if>
    <!-- predicates beyond those in words -->
    <xsl:variable name="subdistrict" select="&quot;p:town/@kind='subdistrict'&quot;"/>
    <xsl:variable name="without" select="contains($bare, concat('not(', $subdistrict)) or contains($bare, concat('not(/p:plan/', $subdistrict))"/>
    <xsl:variable name="only" select="not($without) and contains($bare, $subdistrict)"/>
    <xsl:variable name="known" select="starts-with($bare, 'p:unit[@stage=') + (string($kinds) != '') + ($without or $only)"/>
    <xsl:variable name="condition">
      <xsl:choose>
        <xsl:when test="string-length($bare) - string-length(translate($bare, '[', '')) &gt; $known">conditions</xsl:when>
        <xsl:when test="$without">no-subdistrict</xsl:when>
        <xsl:when test="$only">subdistrict-only</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:call-template name="w"><xsl:with-param name="id" select="string($condition)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="phases">
    <xsl:variable name="phases" select="ancestor::sch:schema/sch:phase[sch:active/@pattern = current()/@id]"/>
    <xsl:for-each select="$phases">
      <xsl:call-template name="comma"/>
      <xsl:call-template name="w"><xsl:with-param name="id" select="string(@id)"/></xsl:call-template>
    </xsl:for-each>
    <xsl:if test="not($phases)"><xsl:call-template name="w"><xsl:with-param name="id" select="'all-phases'"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- Figures that a rule compares with: values of the limits that its test or its lets name. -->
  <xsl:template name="figures">
    <xsl:variable name="rule" select="."/>
    <xsl:variable name="all">
      <xsl:for-each select="ancestor::pack/l:limits/l:limit">
        <xsl:variable name="uses"><xsl:apply-templates select="." mode="used-by"><xsl:with-param name="rules" select="$rule"/></xsl:apply-templates></xsl:variable>
        <xsl:if test="string($uses)">
          <xsl:call-template name="w"><xsl:with-param name="id" select="'comma'"/></xsl:call-template>
          <xsl:value-of select="@value"/>
          <xsl:call-template name="w"><xsl:with-param name="id" select="'open'"/></xsl:call-template><xsl:call-template name="w"><xsl:with-param name="id" select="string(@strength)"/></xsl:call-template>
          <xsl:if test="@until"><xsl:call-template name="w"><xsl:with-param name="id" select="'comma'"/></xsl:call-template><xsl:call-template name="term"/></xsl:if>
          <xsl:call-template name="w"><xsl:with-param name="id" select="'close'"/></xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="comma"><xsl:call-template name="w"><xsl:with-param name="id" select="'comma'"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="substring($all, string-length($comma) + 1)"/>
  </xsl:template>

  <!-- Identifiers of those of the rules that use a limit or a list of names. -->
  <xsl:template match="l:limit | l:names" mode="used-by">
    <xsl:param name="rules"/>
    <xsl:variable name="mark" select="concat('l:', local-name(), &quot;[@id='&quot;, @id, &quot;']&quot;)"/>
    <xsl:variable name="comma"><xsl:call-template name="w"><xsl:with-param name="id" select="'comma'"/></xsl:call-template></xsl:variable>
    <!-- variables that hold it, and those made from them -->
    <xsl:variable name="lets" select="ancestor::pack//sch:let[contains(translate(@value, ' ', ''), $mark)]"/>
    <xsl:variable name="made">
      <xsl:for-each select="ancestor::pack//sch:schema/sch:let">
        <xsl:variable name="value" select="concat(translate(@value, $punctuation, $gaps), ' ')"/>
        <xsl:if test="$lets[contains($value, concat('$', @name, ' '))]"><xsl:value-of select="concat(generate-id(), ' ')"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="all" select="$lets | ancestor::pack//sch:schema/sch:let[contains($made, concat(generate-id(), ' '))]"/>
    <xsl:variable name="used">
      <xsl:for-each select="$rules">
        <xsl:variable name="schema" select="generate-id(ancestor::sch:schema)"/>
        <xsl:variable name="text"><xsl:value-of select="@test"/><xsl:for-each select="../sch:let"><xsl:value-of select="concat(' ', @value)"/></xsl:for-each></xsl:variable>
        <xsl:variable name="parts" select="concat(translate($text, $punctuation, $gaps), ' ')"/>
        <xsl:if test="contains(translate($text, ' ', ''), $mark) or $all[generate-id(ancestor::sch:schema) = $schema][contains($parts, concat('$', @name, ' '))]">
          <xsl:value-of select="concat($comma, @id)"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="substring($used, string-length($comma) + 1)"/>
  </xsl:template>

  <xsl:template name="limits">
    <xsl:variable name="rules" select=".//sch:assert | .//sch:report[not(@flag = 'gauge')]"/>
    <xsl:if test="l:limits/l:limit">
      <xsl:call-template name="section"><xsl:with-param name="id" select="'limits'"/></xsl:call-template>
      <table>
        <xsl:call-template name="table-names"><xsl:with-param name="id" select="'limits'"/></xsl:call-template>
        <column width="2"/>
        <column width="4"/>
        <column width="2"/>
        <column width="4"/>
        <column width="1.5"/>
        <header><row><xsl:call-template name="head"><xsl:with-param name="ids" select="'value used clause term strength '"/></xsl:call-template></row></header>
        <xsl:for-each select="l:limits/l:limit">
          <row>
            <xsl:call-template name="key"><xsl:with-param name="of" select="'limit'"/></xsl:call-template>
            <cell><xsl:value-of select="@value"/></cell>
            <cell><xsl:apply-templates select="." mode="used-by"><xsl:with-param name="rules" select="$rules"/></xsl:apply-templates></cell>
            <cell><xsl:value-of select="@clause"/></cell>
            <cell><xsl:call-template name="term"/></cell>
            <cell><xsl:call-template name="w"><xsl:with-param name="id" select="string(@strength)"/></xsl:call-template></cell>
          </row>
        </xsl:for-each>
      </table>
    </xsl:if>
    <xsl:if test="l:limits/l:names">
      <xsl:call-template name="section"><xsl:with-param name="id" select="'names'"/></xsl:call-template>
      <table>
        <xsl:call-template name="table-names"><xsl:with-param name="id" select="'names'"/></xsl:call-template>
        <column width="6"/>
        <column width="2"/>
        <column width="2"/>
        <header><row><xsl:call-template name="head"><xsl:with-param name="ids" select="'content used clause '"/></xsl:call-template></row></header>
        <xsl:for-each select="l:limits/l:names">
          <row>
            <xsl:call-template name="key"><xsl:with-param name="of" select="'names-of'"/></xsl:call-template>
            <cell><xsl:apply-templates select="l:name"/></cell>
            <cell><xsl:apply-templates select="." mode="used-by"><xsl:with-param name="rules" select="$rules"/></xsl:apply-templates></cell>
            <cell><xsl:value-of select="@clause"/></cell>
          </row>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- A name may be a token of the model. -->
  <xsl:template match="l:name">
    <xsl:call-template name="comma"/>
    <xsl:variable name="token" select="/packs/token[@name = current()][translate(@name, $plain, '') = ''][1]"/>
    <xsl:choose>
      <xsl:when test="$token"><xsl:apply-templates select="$token" mode="word"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="rows">
    <xsl:if test="k:pack/k:rows/k:row[not(@as = 'rule')]">
      <xsl:call-template name="section"><xsl:with-param name="id" select="'rows'"/></xsl:call-template>
      <table>
        <xsl:call-template name="table-names"><xsl:with-param name="id" select="'rows'"/></xsl:call-template>
        <column width="1"/>
        <column width="2"/>
        <column width="7"/>
        <header><row><xsl:call-template name="head"><xsl:with-param name="ids" select="'number kind reason '"/></xsl:call-template></row></header>
        <xsl:for-each select="k:pack/k:rows/k:row[not(@as = 'rule')]">
          <row>
            <cell><xsl:value-of select="concat(../@prefix, @n)"/></cell>
            <cell><xsl:call-template name="w"><xsl:with-param name="id" select="string(@as)"/></xsl:call-template></cell>
            <cell><xsl:call-template name="local"><xsl:with-param name="of" select="k:reason"/></xsl:call-template></cell>
          </row>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
