/** An online platform (电商平台) with the words by which a source in English names it as a place of sale. */
export interface OnlinePlatform {
  readonly name: string;
  readonly words: RegExp;
}

/** Marketplaces on which others sell besides the operator. A shop of bricks is not meant: Walmart counts as Walmart.com only. */
export const onlinePlatforms: readonly OnlinePlatform[] = [
  { name: 'AliExpress', words: /\bali\s?express\b/i },
  { name: 'Amazon', words: /\bamazon\b/i },
  { name: 'Best Buy', words: /\bbestbuy\.com\b/i },
  { name: 'eBay', words: /\bebay\b/i },
  { name: 'Etsy', words: /\betsy\b/i },
  { name: 'Facebook Marketplace', words: /\bfacebook\b/i },
  { name: 'Newegg', words: /\bnewegg\b/i },
  { name: 'Overstock', words: /\boverstock(\.com)?\b/i },
  { name: 'Rakuten', words: /\brakuten\b/i },
  { name: 'Sears.com', words: /\bsears\.com\b/i },
  { name: 'SHEIN', words: /\bshein\b/i },
  { name: 'Target.com', words: /\btarget\.com\b/i },
  { name: 'Temu', words: /\btemu\b/i },
  { name: 'TikTok Shop', words: /\btik\s?tok\b/i },
  { name: 'Walmart.com', words: /\bwalmart\.com\b/i },
  { name: 'Wayfair', words: /\bwayfair\b/i },
  { name: 'Wish', words: /\bwish\.com\b/i },
];
