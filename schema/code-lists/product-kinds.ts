/** A kind of product (产品种类) with the words by which sources in Chinese and in English call it. */
export interface ProductKind {
  readonly code: string;
  readonly zh: RegExp;
  readonly en: RegExp;
}

/**
 * Kinds of goods that are often told of, under their various names in both languages: by them records of 移动电源, 充电宝 and power bank are seen to be of the same kind. It says nothing of what is not
 * in it, and stands for no category.
 */
export const productKinds: readonly ProductKind[] = [
  { code: 'POWER_BANK', zh: /充电宝|移动电源/, en: /\b(power ?banks?|portable (battery )?chargers?)\b/i },
  { code: 'CHARGER', zh: /充电器|充电头|电源适配器/, en: /\b((?<!portable |battery )chargers?|power adapters?|ac adapters?)\b/i },
  { code: 'SOCKET', zh: /插座|插线板|接线板|排插|插排/, en: /\b(power strips?|extension cords?|extension sockets?|surge protectors?|outlet extenders?)\b/i },
  { code: 'HEATER', zh: /取暖器|电暖器|暖风机|电暖气/, en: /\b(space heaters?|fan heaters?|electric heaters?|convector heaters?|heaters?)\b/i },
  { code: 'ELECTRIC_BLANKET', zh: /电热毯|电褥子/, en: /\b(electric blankets?|heated blankets?|heated throws?)\b/i },
  // Neither what was cooked in one nor a brand of such food.
  { code: 'KETTLE', zh: /电热水壶|电水壶|烧水壶|热水壶/, en: /\b(kettles?)\b(?![ ·]+(brand|chips?|cooked|corn|cuisine|jams?|(&|and) fire)\b)/i },
  { code: 'RICE_COOKER', zh: /电饭锅|电饭煲/, en: /\b(rice cookers?)\b/i },
  { code: 'PRESSURE_COOKER', zh: /压力锅|高压锅|电压力锅/, en: /\b(pressure cookers?|multi-?cookers?)\b/i },
  { code: 'AIR_FRYER', zh: /空气炸锅/, en: /\b(air fryers?)\b/i },
  { code: 'HAIR_DRYER', zh: /吹风机|电吹风/, en: /\b(hair ?dryers?|blow dryers?)\b/i },
  { code: 'GAS_STOVE', zh: /燃气灶|煤气灶/, en: /\b(gas (stoves?|ranges?|cooktops?|hobs?))\b/i },
  { code: 'WATER_HEATER', zh: /(?<!电)热水器|电热水器/, en: /\b(water heaters?)\b/i },
  { code: 'SCOOTER', zh: /电动滑板车|平衡车/, en: /\b(e-?scooters?|electric scooters?|hoverboards?|self-balancing)\b/i },
  { code: 'E_BIKE', zh: /电动自行车|电瓶车(?!头盔)/, en: /\b(e-?bikes?|electric (bicycles?|bikes?))\b/i },
  { code: 'HELMET', zh: /头盔|安全帽/, en: /\b(helmets?)\b/i },
  { code: 'CAR_SEAT', zh: /儿童安全座椅|安全提篮/, en: /\b((child|infant|baby)? ?car seats?|child restraints?|booster seats?)\b/i },
  { code: 'STROLLER', zh: /婴儿推车|童车|婴儿车/, en: /\b(strollers?|prams?|pushchairs?)\b/i },
  { code: 'CRIB', zh: /婴儿床/, en: /\b(cribs?|bassinets?|cots?)\b/i },
  { code: 'HIGH_CHAIR', zh: /儿童餐椅|宝宝餐椅|婴儿餐椅/, en: /\b(high ?chairs?|hook-on chairs?)\b/i },
  { code: 'BED_RAIL', zh: /床护栏|床围栏/, en: /\b(bed ?rails?)\b/i },
  { code: 'MAGNET_SET', zh: /磁力球|巴克球|磁力珠/, en: /\b(magnet(ic)? balls?|magnet sets?)\b/i },
  { code: 'WATER_BEADS', zh: /水晶宝宝|吸水珠|海洋宝宝/, en: /\b(water beads?)\b/i },
  { code: 'BUILDING_BLOCKS', zh: /积木/, en: /\b(building (blocks?|bricks?))\b/i },
  { code: 'PLUSH', zh: /毛绒玩具|玩偶/, en: /\b(plush( toys?)?|stuffed (animals?|toys?))\b/i },
  { code: 'SLEEPWEAR', zh: /睡衣|睡袍/, en: /\b(sleepwear|pajamas?|pyjamas?|nightgowns?|robes?|bathrobes?)\b/i },
  { code: 'SPEAKER', zh: /音箱|音响/, en: /\b(speakers?)\b/i },
  { code: 'HEADPHONES', zh: /耳机/, en: /\b(headphones?|earphones?|earbuds?)\b/i },
  { code: 'LAMP', zh: /台灯|落地灯/, en: /\b((table|desk|floor) lamps?)\b/i },
  { code: 'STRING_LIGHTS', zh: /灯串|彩灯/, en: /\b(string lights?|fairy lights?)\b/i },
  { code: 'CANDLE', zh: /蜡烛|香薰烛/, en: /\b(candles?)\b/i },
  { code: 'LADDER', zh: /梯子|伸缩梯|人字梯/, en: /\b(ladders?)\b/i },
  { code: 'DRESSER', zh: /斗柜|抽屉柜/, en: /\b(dressers?|chests? of drawers|drawer chests?)\b/i },
  { code: 'SMOKE_ALARM', zh: /烟雾报警器|感烟探测器/, en: /\b(smoke (alarms?|detectors?))\b/i },
  { code: 'GAS_ALARM', zh: /燃气报警器|一氧化碳报警器/, en: /\b(carbon monoxide (alarms?|detectors?)|gas (alarms?|detectors?))\b/i },
  { code: 'VACUUM_FLASK', zh: /保温杯|保温壶/, en: /\b(vacuum (flasks?|bottles?|cups?)|insulated (bottles?|mugs?|tumblers?)|thermos(es)?)\b/i },
  { code: 'MASSAGER', zh: /按摩器|按摩仪|按摩枪|筋膜枪/, en: /\b(massagers?|massage guns?)\b/i },
  { code: 'HUMIDIFIER', zh: /加湿器/, en: /\b(humidifiers?)\b/i },
  { code: 'BLENDER', zh: /榨汁机|搅拌机|破壁机/, en: /\b(blenders?|juicers?)\b/i },
  { code: 'TOASTER', zh: /烤面包机|多士炉/, en: /\b(toasters?)\b/i },
  { code: 'LIGHTER', zh: /打火机/, en: /\b(lighters?)\b/i },
];
