<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The structure chart, current and proposed, and where people go (机构图和人员去向图); nothing
     where there is no unit. From plan XML (sanding-plan.xsd) to document blocks
     (sanding-blocks.xsd). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:p="urn:sanding:plan:1"
                xmlns="urn:sanding:blocks:1"
                exclude-result-prefixes="p">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="current" select="/p:plan/p:unit[@stage = 'current']"/>
  <xsl:variable name="proposed" select="/p:plan/p:unit[@stage = 'proposed']"/>

  <xsl:template match="/p:plan">
    <blocks document="chart" title="{p:town/@name}机构图" subject="乡镇行政管理体制改革" language="zh-CN">
      <xsl:copy-of select="@issuer | @number | @date"/>
      <xsl:if test="$proposed">
        <annex key="annex:{@id}" orientation="landscape"><field ref="town:name"/>机构图（改革后）</annex>
        <picture key="proposed:{@id}" source="chart:proposed" title="{p:town/@name}改革后机构图"
                 description="按类别分栏，每个机构一张卡片，写有名称、加挂牌子、编制和领导职数；实线为日常管理，虚线为业务指导"/>
      </xsl:if>
      <xsl:if test="$current and $proposed">
        <page-break key="break-current:{@id}"/>
        <title key="title-current:{@id}"><field ref="town:name"/>机构图（改革前）</title>
        <picture key="current:{@id}" source="chart:current" title="{p:town/@name}改革前机构图"
                 description="按类别分栏，每个机构一张卡片，写有名称、加挂牌子、编制和领导职数"/>
      </xsl:if>
      <xsl:if test="$current and p:transfer">
        <page-break key="break-flow:{@id}"/>
        <title key="title-flow:{@id}"><field ref="town:name"/>人员去向图</title>
        <picture key="flow:{@id}" source="flow" title="{p:town/@name}人员去向图"
                 description="左边为改革前机构，右边为改革后机构，带子的宽度为划转的编制数，按编制类型着色"/>
      </xsl:if>
    </blocks>
  </xsl:template>
</xsl:stylesheet>
