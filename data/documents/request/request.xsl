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
  <xsl:variable name="quotas" select="$units[not(@co-located-with)]/p:quota[@approved]"/>

  <xsl:template match="/p:plan">
    <blocks document="request" title="关于报请审批{@title}的请示" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="p:document[@kind = 'request']/@*[name() = 'issuer' or name() = 'number' or name() = 'date']"/>
      <xsl:call-template name="head"/>
      <title key="title-issuer:{@id}"><field ref="document:request:issuer" label="发文机关"/></title>
      <title key="title:{@id}">关于报请审批《<field ref="plan:title"/>》的请示</title>
      <addressee key="addressee:{@id}"><field ref="document:request:addressee" label="主送机关"/>：</addressee>
      <xsl:call-template name="opening"/>
      <xsl:call-template name="reasons"/>
      <xsl:if test="$units">
        <xsl:call-template name="bodies"/>
        <xsl:call-template name="headcount"/>
      </xsl:if>
      <xsl:if test="p:transfer or p:power">
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

  <!-- The bases, each in full once; what follows needs none of them again. -->
  <xsl:template name="opening">
    <paragraph key="opening:{@id}">
      <xsl:if test="$bases">
        <xsl:text>根据</xsl:text>
        <xsl:for-each select="$bases">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <xsl:text>《</xsl:text><field ref="row:{@id}:title"/><xsl:text>》</xsl:text>
          <xsl:if test="@number">（<field ref="row:{@id}:number"/>）</xsl:if>
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
    <heading key="reasons-heading:{@id}" level="1" number="一、">改革的理由</heading>
    <paragraph key="reasons:{@id}">
      <field ref="town:name"/>
      <xsl:if test="$population">常住人口<field ref="row:{$population/@id}:value"/>人，</xsl:if>
      <xsl:if test="$area">面积<field ref="row:{$area/@id}:value"/>平方千米，</xsl:if>
      <xsl:if test="$revenue">财政收入<field ref="row:{$revenue/@id}:value"/>万元，</xsl:if>
      <xsl:text>承担的经济社会管理和公共服务任务与现行机构设置、人员编制、管理权限不相适应，需要理顺职责关系，优化机构设置，统筹使用编制，提高为民服务能力。</xsl:text>
    </paragraph>
  </xsl:template>

  <xsl:template name="bodies">
    <heading key="bodies-heading:{@id}" level="1" number="二、">机构设置</heading>
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
  </xsl:template>

  <xsl:template name="kind">
    <xsl:param name="kind"/>
    <xsl:param name="label"/>
    <xsl:if test="$units[@kind = $kind]">
      <paragraph key="kind:{@id}:{$kind}">设置<xsl:value-of select="$label"/><field ref="count:{$kind}"/>个：<field ref="names:{$kind}"/>。</paragraph>
    </xsl:if>
  </xsl:template>

  <xsl:template name="headcount">
    <xsl:if test="$quotas or @leaders">
      <heading key="headcount-heading:{@id}" level="1" number="三、">人员编制和领导职数</heading>
      <paragraph key="headcount:{@id}">
        <xsl:if test="$quotas">
          <xsl:text>核定</xsl:text>
          <xsl:call-template name="types"/>
          <xsl:text>。</xsl:text>
        </xsl:if>
        <xsl:if test="@leaders">
          <xsl:text>核定领导职数</xsl:text><field ref="leaders"/><xsl:text>名</xsl:text>
          <xsl:if test="@leaders-basis">（依据：<field ref="plan:leaders-basis"/>）</xsl:if>
          <xsl:text>。</xsl:text>
        </xsl:if>
      </paragraph>
    </xsl:if>
  </xsl:template>

  <!-- Those types only that the plan states. -->
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
  </xsl:template>

  <xsl:template name="arrangements">
    <heading key="arrangements-heading:{@id}" level="1" number="{substring('二三四', 1 + boolean($units) + boolean($units and ($quotas or @leaders)), 1)}、">人员、职责和权限</heading>
    <xsl:if test="p:transfer[@to]">
      <paragraph key="transfers:{@id}">现有机构的职责和人员按照编随事走、人随编走的原则划转，共划转<field ref="sum:transfer:headcount"/>名，各机构来源和去向见改革前后对照表。</paragraph>
    </xsl:if>
    <xsl:if test="p:power">
      <paragraph key="powers:{@id}">依法向<field ref="town:name"/>下放县级权限事项<field ref="rows:power"/>项，目录见附件。</paragraph>
    </xsl:if>
  </xsl:template>

  <xsl:template name="matter">
    <paragraph key="matter:{@id}">恳请批准《<field ref="plan:title"/>》。</paragraph>
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
