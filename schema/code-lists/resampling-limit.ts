/**
 * For how many months a product that a higher regulator has had sampled is not sampled again below (产品质量法 15; 产品质量监督抽查管理暂行办法: 六个月). Months end on the same
 * day, or on the last of a shorter month (民法典 202).
 */
export const monthsUntilResampling = 6;
