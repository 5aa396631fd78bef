/** What a subscriber asks of each record: more and less of the centre's own, of the exchange's register, and of the registry's regions. */
const selections = [
  'productName hazardItem center { name region { name } }',
  'productName hazardDegree channel observedOn center { name region { name level } }',
  'number productName brand hazardItem hazardDescription center { id name region { code name } }',
  'productName productCategories scope { units countries retailers platforms } center { name region { name } }',
  'productName injuries { hasInjuries } center { name uscc region { name parent { name } } }',
  'number document version productName state revision center { name kind region { name } }',
  'productName remedy links collectedAt center { name admittedAt region { name current } }',
  'productName hazardItem hazardDegree hazardDescription scope { units unitsText countries } center { name region { name level } }',
  'id number channel productName brand hazardItem hazardDegree observedOn center { name region { name } }',
  'productName state assessments { id } cluster { id } center { name state region { name } }',
];

/** Ten operations; each takes the cursor, and tells the number of the event in its `productName`. */
export const benchOperations: readonly string[] = selections.map(
  (selection, index) =>
    `subscription Bench${index}($after: String) { riskInformationTakenIn(after: $after) { cursor occurredAt kind riskInformation { ${selection} } } }`,
);
