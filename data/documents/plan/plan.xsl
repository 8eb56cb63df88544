<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The reform plan (改革方案): title, preamble, and the sections as the plan has them; where it has
     none, sections drafted from the model, each left out for which the model has nothing; where one
     has a heading alone, the text that the heading asks for. From plan XML (sanding-plan.xsd) to
     document blocks (sanding-blocks.xsd). Numbers and names of the model are left as fields, which
     the program fills in. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns:a="urn:sanding:annexes:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p a">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="units" select="/p:plan/p:unit[@stage = 'proposed']"/>
  <xsl:variable name="quotas" select="$units[not(@co-located-with)]/p:quota[@approved &gt; 0]"/>
  <xsl:variable name="powers" select="/p:plan/p:power"/>
  <xsl:variable name="listed" select="/p:plan/a:annexes/a:annex"/>

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
      <xsl:choose>
        <xsl:when test="@preamble">
          <xsl:call-template name="preamble">
            <xsl:with-param name="text" select="@preamble"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="not(p:section)">
          <xsl:call-template name="drafted-preamble"/>
        </xsl:when>
      </xsl:choose>
      <xsl:apply-templates select="p:section"/>
      <xsl:if test="not(p:section)">
        <xsl:call-template name="drafted"/>
      </xsl:if>
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
    <xsl:if test="not($paragraphs) and not(following-sibling::p:section[1]/@level &gt; @level)">
      <xsl:variable name="section" select="."/>
      <xsl:for-each select="..">
        <xsl:call-template name="text-for">
          <xsl:with-param name="heading" select="string($section/@heading)"/>
          <xsl:with-param name="key" select="concat('drafted:', $section/@id)"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
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

  <!-- The drafted text: the order of sections is that of a town's plan as counties issue it. -->

  <xsl:template name="drafted-preamble">
    <xsl:variable name="bases" select="p:citation[@role = 'basis' or not(@role)]"/>
    <paragraph key="preamble:{@id}:1">
      <xsl:if test="$bases">
        <xsl:text>根据</xsl:text>
        <xsl:for-each select="$bases">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <field ref="cite:{@id}"/>
        </xsl:for-each>
        <xsl:text>，</xsl:text>
      </xsl:if>
      <xsl:text>结合</xsl:text><field ref="town:name"/><xsl:text>实际，制定本方案。</xsl:text>
    </paragraph>
  </xsl:template>

  <xsl:template name="drafted">
    <xsl:call-template name="aims"/>
    <xsl:if test="$powers or p:list">
      <xsl:call-template name="tasks"/>
    </xsl:if>
    <xsl:if test="$units[@kind = 'enforcement' or @kind = 'dispatched']">
      <xsl:call-template name="work-system"/>
    </xsl:if>
    <xsl:if test="$units or @leaders">
      <xsl:call-template name="establishment"/>
    </xsl:if>
    <xsl:if test="$powers[@people or @money]">
      <xsl:call-template name="measures"/>
    </xsl:if>
    <xsl:call-template name="carrying-out"/>
  </xsl:template>

  <!-- 总体要求 -->
  <xsl:template name="aims">
    <heading key="aims-heading:{@id}" level="1" number="auto">总体要求</heading>
    <heading key="guidance-heading:{@id}" level="2" number="auto">指导思想</heading>
    <xsl:call-template name="guidance-text"/>
    <heading key="goals-heading:{@id}" level="2" number="auto">工作目标</heading>
    <xsl:call-template name="goals-text"/>
  </xsl:template>

  <!-- 改革任务: what is handed down, and the lists that bound it -->
  <xsl:template name="tasks">
    <heading key="tasks-heading:{@id}" level="1" number="auto">改革任务</heading>
    <xsl:if test="$powers">
      <heading key="powers-heading:{@id}" level="2" number="auto">下放管理权限</heading>
      <xsl:call-template name="power-count-text"/>
    </xsl:if>
    <xsl:if test="$powers[@benchmark = 'true' or @filing-days]">
      <heading key="exercise-heading:{@id}" level="2" number="auto">规范权力运行</heading>
      <xsl:call-template name="exercise-text"/>
    </xsl:if>
    <xsl:if test="p:list">
      <heading key="lists-heading:{@id}" level="2" number="auto">实行清单管理</heading>
      <xsl:call-template name="lists-text"/>
    </xsl:if>
  </xsl:template>

  <!-- 健全工作保障体系: enforcement, and how dispatched units are led -->
  <xsl:template name="work-system">
    <heading key="work-system-heading:{@id}" level="1" number="auto">健全工作保障体系</heading>
    <xsl:if test="$units[@kind = 'enforcement']">
      <heading key="enforcement-heading:{@id}" level="2" number="auto">推进综合行政执法</heading>
      <xsl:call-template name="enforcement-text"/>
      <xsl:for-each select="$units[@kind = 'enforcement']">
        <xsl:call-template name="led"/>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="$units[@kind = 'dispatched']">
      <heading key="dispatched-heading:{@id}" level="2" number="auto">加强派驻机构管理</heading>
      <xsl:call-template name="dispatched-text"/>
      <xsl:for-each select="$units[@kind = 'dispatched']">
        <xsl:call-template name="led"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Who sends a unit, guides, manages and appraises it, and what consent is needed. -->
  <xsl:template name="led">
    <xsl:variable name="dispatch" select="p:dispatch[1]"/>
    <xsl:if test="$dispatch or @co-located-with">
      <paragraph key="led:{@id}">
        <field ref="unit:{@id}"/>
        <xsl:if test="@co-located-with">与<field ref="unit:{@co-located-with}"/>合署办公</xsl:if>
        <xsl:if test="$dispatch and @co-located-with">，</xsl:if>
        <xsl:for-each select="$dispatch">
          <xsl:text>由</xsl:text><field ref="row:{@id}:department"/>
          <xsl:text>派驻，编制归属：</xsl:text><field ref="row:{@id}:owner"/>
          <xsl:text>，业务指导：</xsl:text><field ref="row:{@id}:guide"/>
          <xsl:text>，日常管理：</xsl:text><field ref="row:{@id}:daily-manager"/>
          <xsl:text>，考核：</xsl:text><field ref="row:{@id}:appraiser"/>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
        <xsl:for-each select="p:consent">
          <xsl:text>任免、调整其</xsl:text><field ref="row:{@id}:for"/><xsl:text>，</xsl:text>
          <xsl:if test="@prior = 'true'">事前</xsl:if>
          <xsl:if test="@written = 'true'">书面</xsl:if>
          <field ref="row:{@id}:strength"/><xsl:text>。</xsl:text>
        </xsl:for-each>
      </paragraph>
    </xsl:if>
  </xsl:template>

  <!-- 创新机构编制管理: bodies, each with its duties, headcount and posts; then the sums -->
  <xsl:template name="establishment">
    <heading key="establishment-heading:{@id}" level="1" number="auto">创新机构编制管理</heading>
    <xsl:call-template name="bodies">
      <xsl:with-param name="kind" select="'office'"/>
      <xsl:with-param name="label" select="'党政机构'"/>
    </xsl:call-template>
    <xsl:call-template name="bodies">
      <xsl:with-param name="kind" select="'center'"/>
      <xsl:with-param name="label" select="'事业单位'"/>
    </xsl:call-template>
    <xsl:if test="$quotas">
      <heading key="headcount-heading:{@id}" level="2" number="auto">人员编制</heading>
      <xsl:call-template name="headcount-text"/>
    </xsl:if>
    <xsl:if test="@leaders or $units/p:post">
      <heading key="leaders-heading:{@id}" level="2" number="auto">领导职数</heading>
      <xsl:call-template name="leaders-text"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="bodies">
    <xsl:param name="kind"/>
    <xsl:param name="label"/>
    <xsl:if test="$units[@kind = $kind]">
      <heading key="bodies-heading:{@id}:{$kind}" level="2" number="auto"><xsl:value-of select="$label"/></heading>
      <xsl:call-template name="bodies-text">
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="label" select="$label"/>
      </xsl:call-template>
      <xsl:for-each select="$units[@kind = $kind][p:duty or p:quota[@approved &gt; 0] or p:post]">
        <heading key="unit-heading:{@id}" level="3" number="auto"><field ref="unit:{@id}:full"/></heading>
        <xsl:call-template name="unit"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The three of a unit: duties, headcount, posts. -->
  <xsl:template name="unit">
    <paragraph key="unit:{@id}">
      <xsl:if test="p:duty">
        <xsl:text>主要职责：</xsl:text>
        <xsl:for-each select="p:duty">
          <xsl:if test="position() &gt; 1">；</xsl:if>
          <field ref="row:{@id}:text"/>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </xsl:if>
      <xsl:if test="not(@co-located-with) and p:quota[@approved &gt; 0]">
        <xsl:text>核定</xsl:text>
        <xsl:for-each select="p:quota[@approved &gt; 0][not(@type = preceding-sibling::p:quota/@type)]">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <field ref="row:{@id}:type"/><field ref="quota:{../@id}:{@type}"/><xsl:text>名</xsl:text>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </xsl:if>
      <xsl:if test="p:post">
        <xsl:text>设</xsl:text>
        <xsl:for-each select="p:post">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <field ref="row:{@id}:title"/><field ref="row:{@id}:count"/><xsl:text>名</xsl:text>
          <xsl:if test="@engagement = 'concurrent'">（兼任）</xsl:if>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </xsl:if>
    </paragraph>
  </xsl:template>

  <!-- Those types only of which there are any. -->
  <xsl:template name="types">
    <xsl:if test="$quotas[@type = 'administrative']">行政编制<field ref="headcount:administrative"/>名</xsl:if>
    <xsl:if test="$quotas[@type = 'institutional']">
      <xsl:if test="$quotas[@type = 'administrative']">、</xsl:if>
      <xsl:text>事业编制</xsl:text><field ref="headcount:institutional"/><xsl:text>名</xsl:text>
    </xsl:if>
    <xsl:if test="$quotas[@type = 'enforcement']">
      <xsl:if test="$quotas[@type = 'administrative' or @type = 'institutional']">、</xsl:if>
      <xsl:text>行政执法专项编制</xsl:text><field ref="headcount:enforcement"/><xsl:text>名</xsl:text>
    </xsl:if>
    <xsl:if test="$quotas[@type = 'worker']">
      <xsl:if test="$quotas[@type != 'worker' and @type != 'off-quota']">、</xsl:if>
      <xsl:text>工勤编制</xsl:text><field ref="headcount:worker"/><xsl:text>名</xsl:text>
    </xsl:if>
    <xsl:if test="$quotas[@type = 'off-quota']">
      <xsl:if test="$quotas[@type != 'off-quota']">，</xsl:if>
      <xsl:text>编外人员</xsl:text><field ref="headcount:off-quota"/><xsl:text>名</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- 配套措施: the people and the money that go with powers -->
  <xsl:template name="measures">
    <heading key="measures-heading:{@id}" level="1" number="auto">配套措施</heading>
    <xsl:call-template name="measures-text"/>
  </xsl:template>

  <!-- 组织实施: who leads it, and by when what is done -->
  <xsl:template name="carrying-out">
    <heading key="carrying-out-heading:{@id}" level="1" number="auto">组织实施</heading>
    <heading key="leadership-heading:{@id}" level="2" number="auto">加强组织领导</heading>
    <xsl:call-template name="leadership-text"/>
    <xsl:if test="p:milestone">
      <heading key="steps-heading:{@id}" level="2" number="auto">实施步骤</heading>
      <xsl:for-each select="p:milestone">
        <paragraph key="step:{@id}">
          <xsl:if test="@due"><field ref="row:{@id}:due"/>前，</xsl:if>
          <field ref="row:{@id}:name"/><xsl:text>。</xsl:text>
        </paragraph>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The drafted paragraphs, each of one matter. -->

  <xsl:template name="guidance-text">
    <xsl:param name="key" select="concat('guidance:', @id)"/>
    <paragraph key="{$key}">坚持党的全面领导，坚持以人民为中心，按照优化协同高效的要求，理顺<field ref="county:name"/>和<field ref="town:name"/>的权责关系，优化机构设置和职能配置，推动资源、服务、管理向基层下沉，提高治理能力和服务水平。</paragraph>
  </xsl:template>

  <xsl:template name="goals-text">
    <xsl:param name="key" select="concat('goals:', @id)"/>
    <paragraph key="{$key}">
      <xsl:text>通过改革，</xsl:text><field ref="town:name"/>
      <xsl:if test="$units[@kind = 'office']">设置党政机构<field ref="count:office"/>个，</xsl:if>
      <xsl:if test="$units[@kind = 'center']">设置事业单位<field ref="count:center"/>个，</xsl:if>
      <xsl:if test="$powers">承接县级权限事项<field ref="rows:power"/>项，</xsl:if>
      <xsl:text>形成机构精干、权责一致、运转顺畅、服务便捷的管理体制。</xsl:text>
    </paragraph>
  </xsl:template>

  <xsl:template name="power-count-text">
    <xsl:param name="key" select="concat('power-count:', @id)"/>
    <paragraph key="{$key}">
      <xsl:text>除法律、法规、规章规定由县级以上行使的以外，向</xsl:text><field ref="town:name"/>
      <xsl:text>下放县级权限事项</xsl:text><field ref="rows:power"/>
      <xsl:text>项，涉及</xsl:text><field ref="list:power:field"/><xsl:text>等方面</xsl:text>
      <xsl:if test="$listed[@document = 'powers']">，目录见<field ref="annex:powers"/></xsl:if>
      <xsl:text>。</xsl:text>
      <xsl:if test="$powers/@mode">下放方式为<field ref="list:power:mode"/>。</xsl:if>
    </paragraph>
  </xsl:template>

  <xsl:template name="exercise-text">
    <xsl:param name="key" select="concat('exercise:', @id)"/>
    <paragraph key="{$key}">
      <xsl:if test="$powers[@benchmark = 'true']">制定自由裁量基准的事项<field ref="rows:power:benchmark=true"/>项。</xsl:if>
      <xsl:text>明确办理程序和责任，实行全程留痕，公开办理结果，接受监督。</xsl:text>
    </paragraph>
  </xsl:template>

  <xsl:template name="lists-text">
    <xsl:param name="key" select="concat('lists:', @id)"/>
    <paragraph key="{$key}">编制<field ref="list:list:title"/>，清单共<field ref="rows:list" format="chinese"/>张，向社会公开并动态调整。</paragraph>
  </xsl:template>

  <xsl:template name="enforcement-text">
    <xsl:param name="key" select="concat('enforcement:', @id)"/>
    <paragraph key="{$key}">设置执法机构<field ref="count:enforcement"/>个：<field ref="names:enforcement"/>。</paragraph>
  </xsl:template>

  <xsl:template name="dispatched-text">
    <xsl:param name="key" select="concat('dispatched:', @id)"/>
    <paragraph key="{$key}">派驻<field ref="town:name"/>的机构<field ref="count:dispatched"/>个：<field ref="names:dispatched"/>。</paragraph>
  </xsl:template>

  <xsl:template name="headcount-text">
    <xsl:param name="key" select="concat('headcount:', @id)"/>
    <paragraph key="{$key}">
      <xsl:text>核定</xsl:text>
      <xsl:call-template name="types"/>
      <xsl:text>。</xsl:text>
      <xsl:if test="$listed[@document = 'quotas']">各机构的编制见<field ref="annex:quotas"/>。</xsl:if>
      <xsl:if test="p:transfer[@to]">从现行机构划转编制<field ref="sum:transfer:headcount"/>名，编随事走、人随编走。</xsl:if>
    </paragraph>
  </xsl:template>

  <xsl:template name="leaders-text">
    <xsl:param name="key" select="concat('leaders:', @id)"/>
    <paragraph key="{$key}">
      <xsl:if test="@leaders">
        <xsl:text>核定领导职数</xsl:text><field ref="leaders"/><xsl:text>名</xsl:text>
        <xsl:if test="@leaders-basis">（<field ref="plan:leaders-basis"/>）</xsl:if>
        <xsl:text>。</xsl:text>
      </xsl:if>
      <xsl:if test="$units/p:post">
        <xsl:text>各机构领导职务</xsl:text><field ref="sum:post:count"/><xsl:text>名</xsl:text>
        <xsl:if test="$units/p:post[@engagement = 'concurrent']">，其中兼任<field ref="sum:post:count:engagement=concurrent"/>名</xsl:if>
        <xsl:text>。</xsl:text>
      </xsl:if>
    </paragraph>
  </xsl:template>

  <xsl:template name="measures-text">
    <xsl:param name="key" select="concat('measures:', @id)"/>
    <paragraph key="{$key}">
      <xsl:text>权限下放与人员、经费同步到位。</xsl:text>
      <xsl:if test="$powers/@people">随事项划转人员<field ref="sum:power:people"/>名。</xsl:if>
      <xsl:if test="$powers/@money">随事项划转经费<field ref="sum:power:money"/>万元。</xsl:if>
      <xsl:text>县直部门负责业务培训和指导。</xsl:text>
    </paragraph>
  </xsl:template>

  <xsl:template name="leadership-text">
    <xsl:param name="key" select="concat('leadership:', @id)"/>
    <paragraph key="{$key}">
      <xsl:if test="$units[@kind = 'coordinating']">设立<field ref="names:coordinating"/>，负责统筹推进改革。</xsl:if>
      <xsl:text>在县委、县政府领导下，有关部门和</xsl:text><field ref="town:name"/>
      <xsl:text>按照分工落实责任，严格执行机构编制纪律，确保改革平稳有序。</xsl:text>
    </paragraph>
  </xsl:template>

  <xsl:template name="bodies-text">
    <xsl:param name="kind"/>
    <xsl:param name="label"/>
    <xsl:param name="key" select="concat('bodies:', @id, ':', $kind)"/>
    <xsl:if test="$units[@kind = $kind]">
      <paragraph key="{$key}">设置<xsl:value-of select="$label"/><field ref="count:{$kind}"/>个：<field ref="names:{$kind}"/>。</paragraph>
    </xsl:if>
  </xsl:template>

  <!-- A section that has a heading and nothing below it gets the text that its heading asks for. -->
  <xsl:template name="text-for">
    <xsl:param name="heading"/>
    <xsl:param name="key"/>
    <xsl:variable name="is-bodies" select="contains($heading, '机构') and not(contains($heading, '编制')) and not(contains($heading, '派驻'))"/>
    <xsl:choose>
      <xsl:when test="contains($heading, '指导思想')">
        <xsl:call-template name="guidance-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="contains($heading, '目标')">
        <xsl:call-template name="goals-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$powers and (contains($heading, '放权') or contains($heading, '下放'))">
        <xsl:call-template name="power-count-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$powers and contains($heading, '权力运行')">
        <xsl:call-template name="exercise-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="p:list and contains($heading, '清单')">
        <xsl:call-template name="lists-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$units[@kind = 'enforcement'] and contains($heading, '执法')">
        <xsl:call-template name="enforcement-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$units[@kind = 'dispatched'] and contains($heading, '派驻')">
        <xsl:call-template name="dispatched-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="(@leaders or $units/p:post) and contains($heading, '职数')">
        <xsl:call-template name="leaders-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$quotas and contains($heading, '编制')">
        <xsl:call-template name="headcount-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="contains($heading, '组织领导') or contains($heading, '组织实施')">
        <xsl:call-template name="leadership-text"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$is-bodies">
        <xsl:if test="not(contains($heading, '事业'))">
          <xsl:call-template name="bodies-text">
            <xsl:with-param name="kind" select="'office'"/>
            <xsl:with-param name="label" select="'党政机构'"/>
            <xsl:with-param name="key" select="concat($key, ':office')"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="not(contains($heading, '党政'))">
          <xsl:call-template name="bodies-text">
            <xsl:with-param name="kind" select="'center'"/>
            <xsl:with-param name="label" select="'事业单位'"/>
            <xsl:with-param name="key" select="concat($key, ':center')"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
    </xsl:choose>
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
