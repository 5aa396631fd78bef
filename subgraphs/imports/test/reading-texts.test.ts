import { describe, expect, it } from 'vitest';
import { brandInTitle } from '../src/mapping/readings/brand-in-title.js';
import { countriesOf } from '../src/mapping/readings/countries-of.js';
import { harmInText } from '../src/mapping/readings/harm-in-text.js';
import { hazardDegreeOf } from '../src/mapping/readings/hazard-degree-of.js';
import { hazardItemOf } from '../src/mapping/readings/hazard-item-of.js';
import { periodInText } from '../src/mapping/readings/period-in-text.js';
import { repairStrayQuestionMarks } from '../src/mapping/repairs/stray-question-marks.js';
import { unitsInText } from '../src/mapping/readings/units-in-text.js';

describe('units in a text', () => {
  it.each([
    ['About 9,700', 9700],
    ['10000', 10_000],
    ['About 1.3 million in the United States', 1_300_000],
    ['About three million sets', 3_000_000],
    ['About 3,500 in the United States and 150 in Canada', 3650],
    ['About 280 (in addition, 7 units were sold in Canada and 13 units were sold in Mexico)', 300],
    ['About 222,000 in the U.S. (and about 11,000 in Canada)', 233_000],
    ['About 90,000 Kent Kickin’ Mini-Scooters and about 7,500 Kash ’N Gold Scooters', 97_500],
    ['70 Mosquito Traps; and 1500 Bed Bug Monitors', 1570],
    ['About 120,000 Rhino 450s and 660s and 25,000 Rhino 700s', 145_000],
    ['About 1,980 13-Drawer Dressers and 35 12-Drawer Dressers', 2015],
    ['About 6,000 (About 1,350 were recalled in June 2015. In addition, about 800 were sold in Canada)', 6800],
    ['About 46,000 (1.6 million units were previously recalled March 2009)', 46_000],
    ['About 46,000 packages of two tube lamps (92,000 individual lamps)', 46_000],
    ['60,000, including 13,720 sold to consumers', 60_000],
    ['Aboult 9,300 pairs', 9300],
    ['GE manufactured 3.1 million of these dishwashers between 1983 and 1989', 3_100_000],
    ['Millions', undefined],
    ['Unknown', undefined],
    ['', undefined],
    ['About 9,000,000,000', undefined],
  ])('%s', (text, units) => {
    expect(unitsInText(text)).toBe(units);
  });
});

describe('the period of sale in a text', () => {
  it.each([
    ['Walmart stores nationwide from June 2019 through May 2021 for about $15.', '2019-06-01', '2021-05-31'],
    ['from November through December 2011 for about $8.', '2011-11-01', '2011-12-31'],
    ['dealers nationwide,  between April 6, 2004 and October 1, 2004.', '2004-04-06', '2004-10-01'],
    ['from about 1998 through early March 2015', '1998-01-01', '2015-03-31'],
    ['In stores in February 2020 for $2,000', '2020-02-01', '2020-02-29'],
    ['Online since July 2021', '2021-07-01', undefined],
    ['stores through October 2002, for about $180', undefined, '2002-10-31'],
    ['Amazon.com January 2003 through March 2010 for between $25 and $30.', '2003-01-01', '2010-03-31'],
    ['A from April 2000 to June 2004 and B June 2004 to September 2007', '2000-04-01', '2007-09-30'],
    ['from May 2010 through March 2009', undefined, undefined],
    ['Juvenile stores for between $2000 and $2010', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (text, from, until) => {
    expect(periodInText(text)).toEqual({ from, until });
  });
});

describe('harm in a text', () => {
  it.each([
    ['None reported.', false, false, false],
    ['The firm has received 12 reports of units overheating. No fires or injuries have been reported.', false, false, false],
    ['There was damage in two incidents; however, nobody was hurt.', false, false, false],
    ['No injuries have been reported, including none to children.', false, false, false],
    ['Reports of the tester not working properly, including one shock injury.', false, true, false],
    ['The firm received 11 reports, including 6 of finger lacerations.', false, true, false],
    ['In one incident, a consumer’s leg was broken.', false, true, true],
    ['One report of a 7-year-old girl who choked and died.', true, true, false],
    ['No collisions, crashes, injuries or deaths have been reported.', false, false, false],
    ['None reported. CPSC is aware of seven deaths since 2005 involving the magnets of others.', false, false, false],
    ['', false, false, false],
  ])('%s', (text, deaths, injuries, severe) => {
    expect(harmInText(text)).toEqual({ deaths, injuries, severe });
  });

  it('gives a first hazard degree: by deaths, by what the hazard can do, by injuries, and none where nothing says', () => {
    const none = harmInText('');
    expect([
      hazardDegreeOf(harmInText('One death was reported.'), ''),
      hazardDegreeOf(harmInText('One child was hospitalized.'), ''),
      hazardDegreeOf(none, 'posing a risk of serious injury or death'),
      hazardDegreeOf(harmInText('Two burns.'), 'fire hazard'),
      hazardDegreeOf(none, 'posing a risk of minor burns'),
      hazardDegreeOf(none, 'Choking'),
    ]).toEqual(['SERIOUS', 'HIGH', 'HIGH', 'MEDIUM', 'LOW', 'UNRATED']);
  });
});

describe('the hazard item in a text', () => {
  it.each([
    ['Fire & Fire-Related Burn', '起火 (fire)；灼烫 (burn)'],
    ['This can lead to strangulation or suffocation.', '捂闷窒息 (suffocation)；勒颈 (strangulation)'],
    ['The recalled jewelry contains high levels of lead.', '铅超标 (lead)'],
    ['The eyes can detach, posing a choking hazard', '窒息（误吞小零件） (choking)'],
    ['The call button can fail when pushed.', '其他 (other)'],
  ])('%s', (text, item) => {
    expect(hazardItemOf(text)).toBe(item);
  });

  it('is looked for in the title where the hazard names none', () => {
    expect(hazardItemOf('The gate can open, posing an injury hazard', 'Gates Recalled Due to Fall Hazard')).toBe('跌落 (fall)');
  });
});

describe('the brand', () => {
  it.each([
    ['Trek Recalls Super Commuter+ Bicycles', 'Trek Super Commuter+ 8S', '', 'Trek'],
    ['Television Carts Recalled by Sauder Woodworking', 'Sauder Woodworking television carts', '', 'Sauder Woodworking'],
    ['Westinghouse Lighting Recalls Glass Shade Holders', 'Glass Shade Holders', '', undefined],
    ['Jackets Recalled by Franshaw', 'Jackets', 'This recall involves Blue Heart brand sweatshirts.', 'Blue Heart'],
  ])('%s of %s', (title, product, description, brand) => {
    expect(brandInTitle(title, product, description)).toBe(brand);
  });
});

describe('what a source lost', () => {
  it.each([
    ['Recalled Due?to Risk', 'Recalled Due to Risk'],
    ['an ingestion hazard.?Additionally', 'an ingestion hazard. Additionally'],
    ['BJ?s Wholesale', 'BJ’s Wholesale'],
    ['and contact Room & Board ?to receive', 'and contact Room & Board to receive'],
    ['Recalled by GUESS?', 'Recalled by GUESS?'],
    ['at https://www.youtube.com/watch?v=kOfRP_H4r0', 'at https://www.youtube.com/watch?v=kOfRP_H4r0'],
    ["What's Inside? Soft Toy Boxes", "What's Inside? Soft Toy Boxes"],
  ])('%s', (text, repaired) => {
    expect(repairStrayQuestionMarks(text)).toBe(repaired);
  });

  it('is no country', () => {
    expect(countriesOf(['China (batteries)', 'United States and Mexico', 'Bosnia and Herzegovina', 'Unknown', 'Assembled in the United States'])).toEqual([
      'China',
      'United States',
      'Mexico',
      'Bosnia and Herzegovina',
    ]);
  });
});
