<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The request (请示), an upward document: to one addressee, with reasons and basis, the matter,
     and what is asked for. What a request contains follows the practice of the field: for each
     kind of change reasons and basis, the bodies, headcount and leading posts, where people and
     duties go. From plan XML (sanding-plan.xsd) to document blocks (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns:a="urn:sanding:annexes:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p a">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="bases" select="/p:plan/p:citation[@role = 'basis' or not(@role)]"/>
  <xsl:variable name="annexes" select="/p:plan/a:annexes/a:annex"/>
  <xsl:variable name="units" select="/p:plan/p:unit[@stage = 'proposed']"/>
  <xsl:variable name="changed" select="/p:plan[p:unit[@stage = 'proposed']]/p:unit[@stage = 'current']"/>
  <xsl:variable name="quotas" select="$units[not(@co-located-with)]/p:quota[@approved]"/>

  <xsl:template match="/p:plan">
    <blocks document="request" title="{p:document[@kind = 'request']/@issuer}关于{p:town/@name}行政管理体制改革方案的请示" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="p:document[@kind = 'request']/@*[name() = 'issuer' or name() = 'number' or name() = 'date']"/>
      <xsl:call-template name="head"/>
      <title key="title-issuer:{@id}"><field ref="document:request:issuer" label="发文机关"/></title>
      <title key="title:{@id}">关于<field ref="town:name"/>行政管理体制改革方案的请示</title>
      <addressee key="addressee:{@id}"><field ref="document:request:addressee" label="主送机关"/>：</addressee>
      <xsl:if test="translate(p:document[@kind = 'request']/@addressee, '、，；,;', '') != string(p:document[@kind = 'request']/@addressee)">
        <xsl:message>请示只主送一个上级机关，不得同时主送几个机关；需要同时知悉的，填入抄送机关。</xsl:message>
      </xsl:if>
      <xsl:call-template name="opening"/>
      <xsl:call-template name="reasons"/>
      <xsl:if test="$units">
        <xsl:call-template name="bodies"/>
        <xsl:call-template name="headcount"/>
      </xsl:if>
      <xsl:if test="p:transfer[@to] or p:power or $changed">
        <xsl:call-template name="arrangements"/>
      </xsl:if>
      <xsl:call-template name="matter"/>
      <xsl:call-template name="annexes"/>
      <signature key="signature:{@id}" sealed="true"><field ref="document:request:issuer" label="发文机关"/></signature>
      <date key="date:{@id}"><field ref="document:request:date" label="成文日期"/></date>
      <note key="note:{@id}">（联系人：<field ref="document:request:contact" label="联系人"/>，联系电话：<field ref="document:request:phone" label="联系电话"/>）</note>
      <xsl:call-template name="imprint"/>
    </blocks>
  </xsl:template>

  <!-- 版头 -->
  <xsl:template name="head">
    <xsl:variable name="document" select="p:document[@kind = 'request']"/>
    <head key="head:{@id}">
      <xsl:if test="$document/@copy-number">
        <copy-number><field ref="document:request:copy-number"/></copy-number>
      </xsl:if>
      <xsl:if test="$document/@secrecy">
        <secrecy><field ref="document:request:secrecy"/></secrecy>
      </xsl:if>
      <xsl:if test="$document/@urgency">
        <urgency><field ref="document:request:urgency"/></urgency>
      </xsl:if>
      <mark><field ref="document:request:mark" label="发文机关标志"/></mark>
      <number><field ref="document:request:number" label="发文字号"/></number>
      <signatory><field ref="document:request:signatory" label="签发人"/></signatory>
    </head>
  </xsl:template>

  <!-- The bases, each in full once. -->
  <xsl:template name="opening">
    <paragraph key="opening:{@id}">
      <xsl:if test="$bases">
        <xsl:text>根据</xsl:text>
        <xsl:for-each select="$bases">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <field ref="cite:{@id}"/>
        </xsl:for-each>
        <xsl:text>，</xsl:text>
      </xsl:if>
      <xsl:text>结合</xsl:text><field ref="town:name"/><xsl:text>实际，研究拟定了《</xsl:text>
      <field ref="plan:title"/><xsl:text>》。现将有关情况请示如下。</xsl:text>
    </paragraph>
  </xsl:template>

  <xsl:template name="reasons">
    <xsl:variable name="population" select="p:town/p:indicator[@kind = 'population'][last()]"/>
    <xsl:variable name="area" select="p:town/p:indicator[@kind = 'area'][last()]"/>
    <xsl:variable name="revenue" select="p:town/p:indicator[@kind = 'revenue'][last()]"/>
    <heading key="reasons-heading:{@id}" level="1" number="auto">改革的理由</heading>
    <paragraph key="reasons:{@id}">
      <field ref="town:name"/>
      <xsl:if test="$population">常住人口<field ref="row:{$population/@id}:value"/>人，</xsl:if>
      <xsl:if test="$area">面积<field ref="row:{$area/@id}:value"/>平方千米，</xsl:if>
      <xsl:if test="$revenue">财政收入<field ref="row:{$revenue/@id}:value"/>万元，</xsl:if>
      <xsl:text>承担的经济社会管理和公共服务任务与现行机构设置、人员编制、管理权限不相适应，需要理顺职责关系，优化机构设置，统筹使用编制，提高为民服务能力。</xsl:text>
    </paragraph>
    <xsl:if test="p:consultation or p:decision[@meeting]">
      <paragraph key="procedure:{@id}">
        <xsl:text>方案</xsl:text>
        <xsl:if test="p:consultation">已征求<field ref="list:consultation:department"/>意见</xsl:if>
        <xsl:if test="p:consultation and p:decision[@meeting]">，并</xsl:if>
        <xsl:if test="p:decision[@meeting]">经<field ref="list:decision:meeting"/>研究</xsl:if>
        <xsl:text>。</xsl:text>
      </paragraph>
    </xsl:if>
  </xsl:template>

  <xsl:template name="bodies">
    <heading key="bodies-heading:{@id}" level="1" number="auto">机构设置</heading>
    <xsl:call-template name="kind">
      <xsl:with-param name="kind" select="'office'"/>
      <xsl:with-param name="label" select="'党政机构'"/>
    </xsl:call-template>
    <xsl:call-template name="kind">
      <xsl:with-param name="kind" select="'center'"/>
      <xsl:with-param name="label" select="'事业单位'"/>
    </xsl:call-template>
    <xsl:call-template name="kind">
      <xsl:with-param name="kind" select="'enforcement'"/>
      <xsl:with-param name="label" select="'执法机构'"/>
    </xsl:call-template>
    <xsl:call-template name="kind">
      <xsl:with-param name="kind" select="'dispatched'"/>
      <xsl:with-param name="label" select="'派驻机构'"/>
    </xsl:call-template>
    <xsl:if test="$annexes[@document = 'units']">
      <paragraph key="units-annex:{@id}">各机构的名称、经费形式、领导职数和主要职责见<field ref="annex:units"/>。</paragraph>
    </xsl:if>
  </xsl:template>

  <xsl:template name="kind">
    <xsl:param name="kind"/>
    <xsl:param name="label"/>
    <xsl:variable name="own" select="$units[@kind = $kind]"/>
    <xsl:if test="$own">
      <paragraph key="kind:{@id}:{$kind}">
        <xsl:text>设置</xsl:text><xsl:value-of select="$label"/><field ref="count:{$kind}"/>
        <xsl:text>个：</xsl:text><field ref="names:{$kind}"/><xsl:text>。</xsl:text>
        <xsl:call-template name="common">
          <xsl:with-param name="own" select="$own"/>
        </xsl:call-template>
      </paragraph>
    </xsl:if>
  </xsl:template>

  <!-- Rank and funding, where all bodies of a kind have the same. -->
  <xsl:template name="common">
    <xsl:param name="own"/>
    <xsl:variable name="level" select="$own[@level and not($own[not(@level = $own[1]/@level)])]"/>
    <xsl:variable name="funding" select="$own[@funding and not($own[not(@funding = $own[1]/@funding)])]"/>
    <xsl:if test="$level or $funding">
      <xsl:text>以上机构</xsl:text>
      <xsl:if test="$level">均为<field ref="row:{$level[1]/@id}:level"/></xsl:if>
      <xsl:if test="$level and $funding">，</xsl:if>
      <xsl:if test="$funding">经费形式为<field ref="row:{$funding[1]/@id}:funding"/></xsl:if>
      <xsl:text>。</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="headcount">
    <xsl:if test="$quotas or @leaders or $units/p:post">
      <heading key="headcount-heading:{@id}" level="1" number="auto">人员编制和领导职数</heading>
      <xsl:if test="$quotas">
        <paragraph key="headcount:{@id}">
          <xsl:if test="$quotas[@approved &gt; 0]">核定<xsl:call-template name="types"/>。</xsl:if>
          <xsl:if test="$annexes[@document = 'quotas']">各机构的编制见<field ref="annex:quotas"/>。</xsl:if>
        </paragraph>
      </xsl:if>
      <xsl:if test="@leaders or $units/p:post">
        <paragraph key="leaders:{@id}">
          <xsl:if test="@leaders">
            <xsl:text>核定领导职数</xsl:text><field ref="leaders"/><xsl:text>名</xsl:text>
            <xsl:if test="@leaders-basis">（依据：<field ref="plan:leaders-basis"/>）</xsl:if>
            <xsl:text>。</xsl:text>
          </xsl:if>
          <xsl:if test="$units/p:post">
            <xsl:text>各机构领导职务</xsl:text><field ref="sum:post:count"/><xsl:text>名</xsl:text>
            <xsl:if test="$units/p:post[@engagement = 'concurrent']">，其中兼任<field ref="sum:post:count:engagement=concurrent"/>名</xsl:if>
            <xsl:if test="$annexes[@document = 'posts']">，见<field ref="annex:posts"/></xsl:if>
            <xsl:text>。</xsl:text>
          </xsl:if>
        </paragraph>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Those types only of which there are any. -->
  <xsl:template name="types">
    <xsl:variable name="some" select="$quotas[@approved &gt; 0]"/>
    <xsl:if test="$some[@type = 'administrative']">行政编制<field ref="headcount:administrative"/>名</xsl:if>
    <xsl:if test="$some[@type = 'institutional']">
      <xsl:if test="$some[@type = 'administrative']">、</xsl:if>
      <xsl:text>事业编制</xsl:text><field ref="headcount:institutional"/><xsl:text>名</xsl:text>
    </xsl:if>
    <xsl:if test="$some[@type = 'enforcement']">
      <xsl:if test="$some[@type = 'administrative' or @type = 'institutional']">、</xsl:if>
      <xsl:text>行政执法专项编制</xsl:text><field ref="headcount:enforcement"/><xsl:text>名</xsl:text>
    </xsl:if>
    <xsl:if test="$some[@type = 'worker']">
      <xsl:if test="$some[@type != 'worker' and @type != 'off-quota']">、</xsl:if>
      <xsl:text>工勤编制</xsl:text><field ref="headcount:worker"/><xsl:text>名</xsl:text>
    </xsl:if>
    <xsl:if test="$some[@type = 'off-quota']">
      <xsl:if test="$some[@type != 'off-quota']">，</xsl:if>
      <xsl:text>编外人员</xsl:text><field ref="headcount:off-quota"/><xsl:text>名</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Where people, duties and powers go: what a request to change, merge or abolish has to say. -->
  <xsl:template name="arrangements">
    <heading key="arrangements-heading:{@id}" level="1" number="auto">职责、人员和权限</heading>
    <xsl:if test="$changed">
      <paragraph key="change-count:{@id}">
        <xsl:text>与现行机构相比，</xsl:text><field ref="changes"/>
        <xsl:text>。撤销和整合的机构，其职责由承接机构履行。</xsl:text>
        <xsl:if test="$annexes[@document = 'changes']">各机构的来源和去向见<field ref="annex:changes"/>。</xsl:if>
      </paragraph>
    </xsl:if>
    <xsl:if test="p:transfer[@to]">
      <paragraph key="transfers:{@id}">现有人员按照编随事走、人随编走的原则划转，共划转编制<field ref="sum:transfer:headcount"/>名。</paragraph>
    </xsl:if>
    <xsl:if test="p:power">
      <paragraph key="power-count:{@id}">
        <xsl:text>依法向</xsl:text><field ref="town:name"/><xsl:text>下放县级权限事项</xsl:text><field ref="rows:power"/>
        <xsl:text>项，涉及</xsl:text><field ref="list:power:field"/><xsl:text>等方面</xsl:text>
        <xsl:if test="$annexes[@document = 'powers']">，目录见<field ref="annex:powers"/></xsl:if>
        <xsl:text>。</xsl:text>
        <xsl:if test="p:power/@people">随事项划转人员<field ref="sum:power:people"/>名。</xsl:if>
        <xsl:if test="p:power/@money">随事项划转经费<field ref="sum:power:money"/>万元。</xsl:if>
      </paragraph>
    </xsl:if>
  </xsl:template>

  <xsl:template name="matter">
    <paragraph key="matter:{@id}">恳请批准《<field ref="plan:title"/>》<xsl:if test="$annexes[@document = 'plan']">（<field ref="annex:plan"/>）</xsl:if>。</paragraph>
    <paragraph key="closing:{@id}">妥否，请批示。</paragraph>
  </xsl:template>

  <!-- 附件说明, in the order and with the numbers that the annexes have -->
  <xsl:template name="annexes">
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

  <!-- 版记 -->
  <xsl:template name="imprint">
    <xsl:if test="p:document[@kind = 'request']/@printer">
      <imprint key="imprint:{@id}">
        <xsl:if test="p:document[@kind = 'request']/@copies">
          <copies>抄送：<field ref="document:request:copies"/>。</copies>
        </xsl:if>
        <printer><field ref="document:request:printer"/></printer>
        <printed><field ref="document:request:printed" label="印发日期"/>印发</printed>
      </imprint>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
