/** A hazard item (隐患项目, 2.5) with the words by which a source in English names it. */
export interface HazardItem {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly words: RegExp;
}

/** What no item of the list names. */
export const otherHazard = { code: 'OTHER', zh: '其他', en: 'other' } as const;

/** First version of the list, drawn from the words of 9,818 recall notices. */
export const hazardItems: readonly HazardItem[] = [
  { code: 'FIRE', zh: '起火', en: 'fire', words: /\b(fires?|ignit\w*|flammab\w*|flames?|combust\w*)\b/i },
  { code: 'EXPLOSION', zh: '爆炸', en: 'explosion', words: /\b(explo\w+|burst(s|ing)?|projectiles?|rupture[sd]?|fireworks?)\b/i },
  { code: 'OVERHEATING', zh: '过热', en: 'overheating', words: /\boverheat\w*/i },
  { code: 'BURN', zh: '灼烫', en: 'burn', words: /\b(burns?|scald\w*)\b/i },
  { code: 'ELECTRIC_SHOCK', zh: '触电', en: 'electric shock', words: /\b(electrocut\w*|shocks?(?! absorb)|electrical hazard)\b/i },
  { code: 'CARBON_MONOXIDE', zh: '一氧化碳中毒', en: 'carbon monoxide', words: /\b(carbon monoxide|CO poisoning)\b/i },
  { code: 'GAS_LEAK', zh: '燃气泄漏', en: 'gas leak', words: /\b(gas|propane|fuel|gasoline|refrigerant)( \w+){0,4} leak\w*|\bleak\w*( \w+){0,3} (gas|propane|fuel|gasoline)\b/i },
  { code: 'CHOKING', zh: '窒息（误吞小零件）', en: 'choking', words: /\b(chok\w+|small parts?|aspirat\w+)\b/i },
  { code: 'SUFFOCATION', zh: '捂闷窒息', en: 'suffocation', words: /\b(suffocat\w+|asphyxi\w+|anoxia)\b/i },
  { code: 'STRANGULATION', zh: '勒颈', en: 'strangulation', words: /\b(strang\w+|entangle\w+)\b/i },
  { code: 'INGESTION', zh: '误食', en: 'ingestion', words: /\b(ingest\w*|swallow\w*)\b/i },
  { code: 'MAGNET', zh: '磁体误吞', en: 'magnet', words: /\b(magnets?)\b/i },
  { code: 'BATTERY', zh: '电池可触及', en: 'accessible battery', words: /\b(button[- ]cell|coin[- ]cell|coin batter\w+|button batter\w+|battery ingestion)\b/i },
  { code: 'LEAD', zh: '铅超标', en: 'lead', words: /\blead (paint|content|poisoning|levels?|limit|ban|standard|is toxic|exposure)\b|\b(levels?|amounts?) of (surface )?(paint )?lead\b|\b(contains?|excess(ive)?|total|of|surface|federal) lead\b|^lead\b|\blead[.,;]|\blead and (cadmium|phthalate)/i },
  { code: 'CHEMICAL', zh: '有害化学物质', en: 'chemical hazard', words: /\b(cadmium|phthalates?|asbestos|formaldehyde|benzene|mercury|arsenic|methylene chloride|toxic|toxicity|chemicals?|hazardous substances?|caustic|corrosive|fumes)\b/i },
  { code: 'POISONING', zh: '中毒', en: 'poisoning', words: /\b(poison\w*)\b/i },
  { code: 'MICROBIAL', zh: '微生物污染', en: 'microbial contamination', words: /\b(bacteri\w+|mou?ld|pseudomonas|salmonella|microb\w+|fungus|fungal)\b/i },
  { code: 'LACERATION', zh: '割伤', en: 'laceration', words: /\b(lacerat\w+|cuts?|sharp|amputat\w+|shatter\w*|puncture\w*|broken glass|glass can break)\b/i },
  { code: 'PINCH', zh: '夹伤、挤压', en: 'pinch or crush', words: /\b(pinch\w*|crush\w*)\b/i },
  { code: 'IMPACT', zh: '撞击', en: 'impact', words: /\b(impact|struck|strik\w+|hit(ting)?)\b/i },
  { code: 'FALL', zh: '跌落', en: 'fall', words: /\b(falls?|falling|tripping|trip hazard|fall over|fall out)\b/i },
  { code: 'TIP_OVER', zh: '倾倒', en: 'tip-over', words: /\b(tip(s|ped|ping)?[- ]?over|tipping|unstable|instability|topple\w*)\b/i },
  { code: 'COLLAPSE', zh: '坍塌', en: 'collapse', words: /\b(collaps\w+)\b/i },
  { code: 'ENTRAPMENT', zh: '卡陷', en: 'entrapment', words: /\b(entrap\w*|trapped|wedged)\b/i },
  { code: 'DROWNING', zh: '溺水', en: 'drowning', words: /\b(drown\w*|submersion)\b/i },
  { code: 'CRASH', zh: '失控碰撞', en: 'crash', words: /\b(crash\w*|collisions?|collid\w+|vehicle accident|loss of (control|balance|steering)|lose (control|balance|steering)|brake failure|runaway)\b/i },
  { code: 'EYE_INJURY', zh: '眼部伤害', en: 'eye injury', words: /\b(eye (injur\w+|damage|hazard|irritation)|injur\w+ to the eyes?|(loss of|permanent) vision|blindness|blinded)\b/i },
  { code: 'HEARING', zh: '听力损伤', en: 'hearing damage', words: /\b(hearing)\b/i },
  { code: 'SKIN', zh: '皮肤刺激', en: 'skin irritation', words: /\b(rash\w*|irritat\w+|allerg\w+|dermatitis|abrasions?)\b/i },
  { code: 'PROTECTION_FAILURE', zh: '防护失效', en: 'failure to protect', words: /\b(head injur\w+|fail(s|ed|ure)? to (protect|alarm|alert|warn|detect|activate|sound|operate)|alarm failure|impact attenuation|not (alert|detect|sound))\b/i },
];
