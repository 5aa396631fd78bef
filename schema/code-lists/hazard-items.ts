/** A hazard item (隐患项目, 2.5) with the words by which a source in English names it, and by which one in Chinese does. */
export interface HazardItem {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly words: RegExp;
  readonly zhWords: RegExp;
}

/** What no item of the list names. */
export const otherHazard = { code: 'OTHER', zh: '其他', en: 'other' } as const;

/** First version of the list, drawn from the words of 9,818 recall notices. */
export const hazardItems: readonly HazardItem[] = [
  { code: 'FIRE', zh: '起火', en: 'fire', words: /\b(fires?|ignit\w*|flammab\w*|flames?|combust\w*)\b/i, zhWords: /起火|着火|自燃|燃烧|火灾|易燃/ },
  { code: 'EXPLOSION', zh: '爆炸', en: 'explosion', words: /\b(explo\w+|burst(s|ing)?|projectiles?|rupture[sd]?|fireworks?)\b/i, zhWords: /爆炸|爆裂|炸裂/ },
  { code: 'OVERHEATING', zh: '过热', en: 'overheating', words: /\boverheat\w*/i, zhWords: /过热|异常发热|温升/ },
  { code: 'BURN', zh: '灼烫', en: 'burn', words: /\b(burns?|scald\w*)\b/i, zhWords: /灼烫|烫伤|灼伤|烧伤/ },
  { code: 'ELECTRIC_SHOCK', zh: '触电', en: 'electric shock', words: /\b(electrocut\w*|shocks?(?! absorb)|electrical hazard)\b/i, zhWords: /触电|漏电|电击|泄漏电流|带电/ },
  { code: 'CARBON_MONOXIDE', zh: '一氧化碳中毒', en: 'carbon monoxide', words: /\b(carbon monoxide|CO poisoning)\b/i, zhWords: /一氧化碳/ },
  { code: 'GAS_LEAK', zh: '燃气泄漏', en: 'gas leak', words: /\b(gas|propane|fuel|gasoline|refrigerant)( \w+){0,4} leak\w*|\bleak\w*( \w+){0,3} (gas|propane|fuel|gasoline)\b/i, zhWords: /燃气泄漏|漏气|气密性/ },
  { code: 'CHOKING', zh: '窒息（误吞小零件）', en: 'choking', words: /\b(chok\w+|small parts?|aspirat\w+)\b/i, zhWords: /误吞|小零件|噎/ },
  { code: 'SUFFOCATION', zh: '捂闷窒息', en: 'suffocation', words: /\b(suffocat\w+|asphyxi\w+|anoxia)\b/i, zhWords: /捂闷|闷死/ },
  { code: 'STRANGULATION', zh: '勒颈', en: 'strangulation', words: /\b(strang\w+|entangle\w+)\b/i, zhWords: /勒颈|缠绕|绳带/ },
  { code: 'INGESTION', zh: '误食', en: 'ingestion', words: /\b(ingest\w*|swallow\w*)\b/i, zhWords: /误食|吞食/ },
  { code: 'MAGNET', zh: '磁体误吞', en: 'magnet', words: /\b(magnets?)\b/i, zhWords: /磁体|磁铁|磁力珠/ },
  { code: 'BATTERY', zh: '电池可触及', en: 'accessible battery', words: /\b(button[- ]cell|coin[- ]cell|coin batter\w+|button batter\w+|battery ingestion)\b/i, zhWords: /电池可触及|纽扣电池/ },
  { code: 'LEAD', zh: '铅超标', en: 'lead', words: /\blead (paint|content|poisoning|levels?|limit|ban|standard|is toxic|exposure)\b|\b(levels?|amounts?) of (surface )?(paint )?lead\b|\b(contains?|excess(ive)?|total|of|surface|federal) lead\b|^lead\b|\blead[.,;]|\blead and (cadmium|phthalate)/i, zhWords: /铅超标|铅含量|总铅|重金属铅/ },
  { code: 'CHEMICAL', zh: '有害化学物质', en: 'chemical hazard', words: /\b(cadmium|phthalates?|asbestos|formaldehyde|benzene|mercury|arsenic|methylene chloride|toxic|toxicity|chemicals?|hazardous substances?|caustic|corrosive|fumes)\b/i, zhWords: /有害化学|邻苯|甲醛|重金属|镉|增塑剂/ },
  { code: 'POISONING', zh: '中毒', en: 'poisoning', words: /\b(poison\w*)\b/i, zhWords: /中毒/ },
  { code: 'MICROBIAL', zh: '微生物污染', en: 'microbial contamination', words: /\b(bacteri\w+|mou?ld|pseudomonas|salmonella|microb\w+|fungus|fungal)\b/i, zhWords: /微生物|菌落|霉菌/ },
  { code: 'LACERATION', zh: '割伤', en: 'laceration', words: /\b(lacerat\w+|cuts?|sharp|amputat\w+|shatter\w*|puncture\w*|broken glass|glass can break)\b/i, zhWords: /割伤|划伤|锐利|锋利/ },
  { code: 'PINCH', zh: '夹伤、挤压', en: 'pinch or crush', words: /\b(pinch\w*|crush\w*)\b/i, zhWords: /夹伤|挤压|夹手/ },
  { code: 'IMPACT', zh: '撞击', en: 'impact', words: /\b(impact|struck|strik\w+|hit(ting)?)\b/i, zhWords: /撞击|砸伤|击中/ },
  { code: 'FALL', zh: '跌落', en: 'fall', words: /\b(falls?|falling|tripping|trip hazard|fall over|fall out)\b/i, zhWords: /跌落|坠落|摔/ },
  { code: 'TIP_OVER', zh: '倾倒', en: 'tip-over', words: /\b(tip(s|ped|ping)?[- ]?over|tipping|unstable|instability|topple\w*)\b/i, zhWords: /倾倒|翻倒|侧翻/ },
  { code: 'COLLAPSE', zh: '坍塌', en: 'collapse', words: /\b(collaps\w+)\b/i, zhWords: /坍塌|断裂|散架/ },
  { code: 'ENTRAPMENT', zh: '卡陷', en: 'entrapment', words: /\b(entrap\w*|trapped|wedged)\b/i, zhWords: /卡陷|卡住|夹住头/ },
  { code: 'DROWNING', zh: '溺水', en: 'drowning', words: /\b(drown\w*|submersion)\b/i, zhWords: /溺水/ },
  { code: 'CRASH', zh: '失控碰撞', en: 'crash', words: /\b(crash\w*|collisions?|collid\w+|vehicle accident|loss of (control|balance|steering)|lose (control|balance|steering)|brake failure|runaway)\b/i, zhWords: /失控|刹车失灵|制动失效/ },
  { code: 'EYE_INJURY', zh: '眼部伤害', en: 'eye injury', words: /\b(eye (injur\w+|damage|hazard|irritation)|injur\w+ to the eyes?|(loss of|permanent) vision|blindness|blinded)\b/i, zhWords: /眼部|伤眼|视力/ },
  { code: 'HEARING', zh: '听力损伤', en: 'hearing damage', words: /\b(hearing)\b/i, zhWords: /听力|噪声超标/ },
  { code: 'SKIN', zh: '皮肤刺激', en: 'skin irritation', words: /\b(rash\w*|irritat\w+|allerg\w+|dermatitis|abrasions?)\b/i, zhWords: /皮肤刺激|过敏|皮疹/ },
  { code: 'PROTECTION_FAILURE', zh: '防护失效', en: 'failure to protect', words: /\b(head injur\w+|fail(s|ed|ure)? to (protect|alarm|alert|warn|detect|activate|sound|operate)|alarm failure|impact attenuation|not (alert|detect|sound))\b/i, zhWords: /防护失效|不报警|吸能|防护性能/ },
];
