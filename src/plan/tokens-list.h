/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every enumeration of the plan, once. The XSD, the SQL checks and the window take their tokens
 * from here. No include guard: the including file defines the macros.
 *
 *   SD_ENUMERATION (NAME, "name")                       opens one
 *   SD_TOKEN ("token", "中文", N_("English label"), "source row")
 *   SD_ENUMERATION_END
 *
 * The Chinese word is what the documents print, whatever the language of the window; the English
 * label goes through gettext. The source row is the row of the five documents that asks for the
 * token (A1 … E25), or "field" where it is the field's general usage.
 */

SD_ENUMERATION (TOWN_KIND, "town-kind")
  SD_TOKEN ("town", "镇", N_ ("Town"), "E1")
  SD_TOKEN ("township", "乡", N_ ("Township"), "C5")
  SD_TOKEN ("subdistrict", "街道", N_ ("Subdistrict"), "C15")
SD_ENUMERATION_END

SD_ENUMERATION (TOWN_CLASS, "town-class")
  SD_TOKEN ("first", "一类", N_ ("Class 1"), "C1")
  SD_TOKEN ("second", "二类", N_ ("Class 2"), "C1")
  SD_TOKEN ("third", "三类", N_ ("Class 3"), "C1")
SD_ENUMERATION_END

SD_ENUMERATION (TERRAIN, "terrain")
  SD_TOKEN ("plain", "平原", N_ ("Plain"), "B1")
  SD_TOKEN ("hills", "丘陵", N_ ("Hills"), "field")
  SD_TOKEN ("mountain", "山区", N_ ("Mountain area"), "B1")
  SD_TOKEN ("flood-plain", "滩区", N_ ("Flood plain"), "B1")
  SD_TOKEN ("lake", "湖区", N_ ("Lake area"), "B1")
  SD_TOKEN ("island", "海岛", N_ ("Island"), "B1")
SD_ENUMERATION_END

SD_ENUMERATION (PILOT, "pilot")
  SD_TOKEN ("none", "非试点", N_ ("No pilot"), "field")
  SD_TOKEN ("small-city", "小城市培育试点镇", N_ ("Small-city pilot town"), "A1")
  SD_TOKEN ("developed-town", "经济发达镇", N_ ("Economically developed town"), "E22")
  SD_TOKEN ("central-town", "中心镇", N_ ("Central town"), "A23")
  SD_TOKEN ("other", "其他试点", N_ ("Other pilot"), "D1")
SD_ENUMERATION_END

SD_ENUMERATION (INDICATOR_KIND, "indicator-kind")
  SD_TOKEN ("population", "人口", N_ ("Population"), "B1")
  SD_TOKEN ("seat-population", "镇驻地人口", N_ ("Population of the seat"), "E21")
  SD_TOKEN ("revenue", "财政收入", N_ ("Fiscal revenue"), "C1")
  SD_TOKEN ("area", "面积", N_ ("Area"), "C1")
SD_ENUMERATION_END

SD_ENUMERATION (PLAN_STATUS, "plan-status")
  SD_TOKEN ("drafted", "起草", N_ ("Drafted"), "field")
  SD_TOKEN ("reviewed", "已评审", N_ ("Reviewed"), "field")
  SD_TOKEN ("submitted", "已报送", N_ ("Submitted"), "field")
  SD_TOKEN ("returned", "已退回", N_ ("Returned"), "field")
  SD_TOKEN ("approved", "已批复", N_ ("Ratified"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (STAGE, "stage")
  SD_TOKEN ("current", "现行", N_ ("Current"), "B12")
  SD_TOKEN ("proposed", "拟设", N_ ("Proposed"), "E1")
  SD_TOKEN ("bench", "待安置", N_ ("Not yet placed"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (UNIT_KIND, "unit-kind")
  SD_TOKEN ("leading", "领导机构", N_ ("Leading body"), "A18")
  SD_TOKEN ("office", "党政机构", N_ ("Office"), "E1")
  SD_TOKEN ("center", "事业单位", N_ ("Center"), "E2")
  SD_TOKEN ("enforcement", "执法机构", N_ ("Enforcement body"), "C7")
  SD_TOKEN ("dispatched", "派驻机构", N_ ("Dispatched unit"), "E9")
  SD_TOKEN ("coordinating", "议事协调机构", N_ ("Coordinating body"), "E20")
  SD_TOKEN ("social", "社会组织", N_ ("Social organization"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (RANK_LEVEL, "rank-level")
  SD_TOKEN ("division", "正处级", N_ ("Division level"), "E5")
  SD_TOKEN ("deputy-division", "副处级", N_ ("Deputy division level"), "E5")
  SD_TOKEN ("section", "正科级", N_ ("Section level"), "E6")
  SD_TOKEN ("deputy-section", "副科级", N_ ("Deputy section level"), "E8")
  SD_TOKEN ("subsection", "正股级", N_ ("Subsection level"), "field")
  SD_TOKEN ("deputy-subsection", "副股级", N_ ("Deputy subsection level"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (FUNDING, "funding")
  SD_TOKEN ("administrative", "行政经费", N_ ("Administrative budget"), "field")
  SD_TOKEN ("full", "财政全额拨款", N_ ("Fully funded"), "B3")
  SD_TOKEN ("partial", "财政差额补贴", N_ ("Partly funded"), "field")
  SD_TOKEN ("self", "经费自理", N_ ("Self-funded"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (QUOTA_TYPE, "quota-type")
  SD_TOKEN ("administrative", "行政编制", N_ ("Administrative"), "E3")
  SD_TOKEN ("institutional", "事业编制", N_ ("Institutional"), "E3")
  SD_TOKEN ("enforcement", "行政执法专项编制", N_ ("Enforcement"), "A14")
  SD_TOKEN ("worker", "工勤编制", N_ ("Worker"), "E24")
  SD_TOKEN ("off-quota", "编外人员", N_ ("Off-quota"), "A16")
SD_ENUMERATION_END

SD_ENUMERATION (QUOTA_SOURCE, "quota-source")
  SD_TOKEN ("approval", "批准文件", N_ ("Approval document"), "field")
  SD_TOKEN ("pool", "周转池", N_ ("Turnover pool"), "E17")
  SD_TOKEN ("transfer", "划转", N_ ("Transfer"), "B13")
SD_ENUMERATION_END

SD_ENUMERATION (POST_ROLE, "post-role")
  SD_TOKEN ("head", "正职", N_ ("Head"), "E6")
  SD_TOKEN ("deputy", "副职", N_ ("Deputy"), "E7")
  SD_TOKEN ("member", "成员", N_ ("Member"), "C4")
SD_ENUMERATION_END

SD_ENUMERATION (ENGAGEMENT, "engagement")
  SD_TOKEN ("dedicated", "专职", N_ ("Dedicated"), "C4")
  SD_TOKEN ("concurrent", "兼任", N_ ("Concurrent"), "E6")
SD_ENUMERATION_END

SD_ENUMERATION (LEADERSHIP, "leadership")
  SD_TOKEN ("chief", "镇领导正职", N_ ("Town chief"), "E5")
  SD_TOKEN ("deputy", "镇领导副职", N_ ("Town deputy"), "E6")
SD_ENUMERATION_END

SD_ENUMERATION (DUTY_ORIGIN, "duty-origin")
  SD_TOKEN ("statutory", "法定", N_ ("Statutory"), "C14")
  SD_TOKEN ("existing", "原有", N_ ("Existing"), "B12")
  SD_TOKEN ("transferred", "划入", N_ ("Transferred in"), "B13")
  SD_TOKEN ("handed-down", "下放", N_ ("Handed down"), "E13")
  SD_TOKEN ("new", "新增", N_ ("New"), "C19")
SD_ENUMERATION_END

SD_ENUMERATION (MANAGER, "manager")
  SD_TOKEN ("county", "县直部门", N_ ("County department"), "D5")
  SD_TOKEN ("town", "乡镇", N_ ("The town"), "A11")
  SD_TOKEN ("joint", "条块共同", N_ ("Joint"), "E11")
SD_ENUMERATION_END

SD_ENUMERATION (CONSENT_STRENGTH, "consent-strength")
  SD_TOKEN ("heard", "听取意见", N_ ("Heard"), "D4")
  SD_TOKEN ("opinion", "征求意见", N_ ("Opinion sought"), "E10")
  SD_TOKEN ("consent", "同意", N_ ("Agreement"), "B6")
SD_ENUMERATION_END

SD_ENUMERATION (CONSENT_FOR, "consent-for")
  SD_TOKEN ("head", "主要负责人", N_ ("Principal head"), "E10")
  SD_TOKEN ("staff", "工作人员", N_ ("Staff"), "A10")
SD_ENUMERATION_END

SD_ENUMERATION (POWER_KIND, "power-kind")
  SD_TOKEN ("permit", "行政许可", N_ ("Permit"), "E14")
  SD_TOKEN ("penalty", "行政处罚", N_ ("Penalty"), "E14")
  SD_TOKEN ("coercion", "行政强制", N_ ("Coercion"), "field")
  SD_TOKEN ("inspection", "行政检查", N_ ("Inspection"), "field")
  SD_TOKEN ("confirmation", "行政确认", N_ ("Confirmation"), "field")
  SD_TOKEN ("levy", "行政征收", N_ ("Levy"), "field")
  SD_TOKEN ("payment", "行政给付", N_ ("Payment"), "field")
  SD_TOKEN ("award", "行政奖励", N_ ("Award"), "field")
  SD_TOKEN ("ruling", "行政裁决", N_ ("Ruling"), "field")
  SD_TOKEN ("service", "公共服务", N_ ("Public service"), "E13")
  SD_TOKEN ("other", "其他权力", N_ ("Other power"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (POWER_FIELD, "power-field")
  SD_TOKEN ("industry", "产业发展", N_ ("Industry"), "E13")
  SD_TOKEN ("planning", "规划建设", N_ ("Planning and construction"), "E13")
  SD_TOKEN ("town-management", "城镇管理", N_ ("Town management"), "E13")
  SD_TOKEN ("investment", "项目投资", N_ ("Investment projects"), "A19")
  SD_TOKEN ("work-safety", "安全生产", N_ ("Work safety"), "E13")
  SD_TOKEN ("environment", "环境保护", N_ ("Environment"), "A19")
  SD_TOKEN ("market", "市场监管", N_ ("Market supervision"), "E13")
  SD_TOKEN ("public-order", "社会治安", N_ ("Public order"), "E13")
  SD_TOKEN ("livelihood", "民生保障", N_ ("Livelihood"), "E13")
SD_ENUMERATION_END

SD_ENUMERATION (POWER_MODE, "power-mode")
  SD_TOKEN ("entrusted", "委托", N_ ("Entrusted"), "A19")
  SD_TOKEN ("assigned", "交办", N_ ("Assigned"), "A19")
  SD_TOKEN ("directly-assigned", "直接交办", N_ ("Directly assigned"), "D2")
  SD_TOKEN ("dispatched", "派驻", N_ ("Through a dispatched unit"), "D2")
  SD_TOKEN ("authorized", "授权", N_ ("Authorized"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (POWER_STATE, "power-state")
  SD_TOKEN ("proposed", "拟下放", N_ ("To be handed down"), "E13")
  SD_TOKEN ("granted", "已下放", N_ ("Granted"), "B14")
  SD_TOKEN ("accepted", "已承接", N_ ("Accepted"), "E13")
  SD_TOKEN ("withdrawn", "已收回", N_ ("Withdrawn"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (CITATION_AUTHORITY, "citation-authority")
  SD_TOKEN ("normative", "规范性文件", N_ ("Normative document"), "E22")
  SD_TOKEN ("approved-plan", "批准方案", N_ ("Approved plan"), "field")
  SD_TOKEN ("meeting", "会议材料", N_ ("Meeting report"), "B6")
  SD_TOKEN ("article", "文章", N_ ("Article"), "A1")
SD_ENUMERATION_END

SD_ENUMERATION (CITATION_ROLE, "citation-role")
  SD_TOKEN ("basis", "制定依据", N_ ("Basis"), "E22")
  SD_TOKEN ("reference", "参照", N_ ("For reference"), "E22")
SD_ENUMERATION_END

SD_ENUMERATION (AUTHORITY, "authority")
  SD_TOKEN ("town-committee", "镇党委", N_ ("Town committee"), "E9")
  SD_TOKEN ("county-office", "县委编办", N_ ("County staffing office"), "A16")
  SD_TOKEN ("county-committee", "县委", N_ ("County committee"), "A20")
  SD_TOKEN ("county-government", "县政府", N_ ("County government"), "A20")
  SD_TOKEN ("city-office", "市委编办", N_ ("City staffing office"), "B8")
  SD_TOKEN ("province-office", "省委编办", N_ ("Provincial staffing office"), "B2")
  SD_TOKEN ("province-government", "省政府", N_ ("Provincial government"), "A6")
SD_ENUMERATION_END

SD_ENUMERATION (APPROVAL_STATE, "approval-state")
  SD_TOKEN ("pending", "待办", N_ ("Pending"), "field")
  SD_TOKEN ("agreed", "同意", N_ ("Agreed"), "A20")
  SD_TOKEN ("filed", "备案", N_ ("Filed"), "B2")
  SD_TOKEN ("returned", "退回", N_ ("Returned"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (LIST_KIND, "list-kind")
  SD_TOKEN ("duties-and-powers", "权责清单", N_ ("List of powers and duties"), "E15")
  SD_TOKEN ("public-services", "公共服务事项目录清单", N_ ("Public service catalogue"), "E15")
  SD_TOKEN ("convenience-services", "便民服务事项清单", N_ ("Convenience services"), "E15")
  SD_TOKEN ("agency-services", "帮办代办事项清单", N_ ("Services done on behalf"), "E15")
  SD_TOKEN ("village-work", "村级工作事务清单", N_ ("Village work"), "E15")
  SD_TOKEN ("other", "其他清单", N_ ("Other list"), "C16")
SD_ENUMERATION_END

SD_ENUMERATION (COMMENT_STATE, "comment-state")
  SD_TOKEN ("open", "待处理", N_ ("Unanswered"), "field")
  SD_TOKEN ("answered", "已答复", N_ ("Answered"), "field")
  SD_TOKEN ("settled", "已办结", N_ ("Settled"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (POOL_KIND, "pool-kind")
  SD_TOKEN ("total", "总额", N_ ("Total"), "A13")
  SD_TOKEN ("turnover", "周转池", N_ ("Turnover pool"), "E17")
SD_ENUMERATION_END

SD_ENUMERATION (ADOPTION_STATE, "adoption-state")
  SD_TOKEN ("adopted", "采用", N_ ("Adopted"), "field")
  SD_TOKEN ("declined", "不采用", N_ ("Declined"), "field")
SD_ENUMERATION_END

SD_ENUMERATION (URGENCY, "urgency")
  SD_TOKEN ("most-urgent", "特急", N_ ("Most urgent"), "field")
  SD_TOKEN ("urgent", "加急", N_ ("Urgent"), "field")
SD_ENUMERATION_END
