/** From a word that denies to the end of the clause: "no injuries have been reported", "nobody was hurt". */
const denial = /\b(?:not|never)\b[^.;,]*|\b(?:no|none|nobody|neither|without)\b(?:(?!\b(?:but|however|except|although|other than|including)\b)[^.;])*/gi;

const death = /\b(?:deaths?|died|dies|fatalit(?:y|ies)|fatal|fatally|killed|strangled|drowned|asphyxiated)\b/i;

const injury =
  /\b(?:injur\w*|burns?|scald\w*|lacerat\w*|cuts?|bruis\w*|fractur\w*|broken (?:\w+ )?(?:arms?|legs?|bones?|wrists?|ankles?|noses?|fingers?|toes?|tooth|teeth|collarbones?|hips?|ribs?)|(?:arm|leg|wrist|ankle|nose|finger|hip) was broken|concuss\w*|stitches|hospital\w*|amputat\w*|strain(?:s|ed)?|sprain\w*|dislocat\w*|abrasions?|contusions?|scratch\w*|scrapes?|bumps?|poison\w*|hurt|sore\w*|wounds?|shocked|shocks?|unconscious|seizures?|chok\w+|swallow\w*|ingest\w*|surger\w*|medical (?:attention|treatment)|treated|ill|illness\w*|rash\w*|smoke inhalation|pinched|punctur\w*|chipped (?:tooth|teeth)|blister\w*|swelling|pain)\b/i;

const severe = /\b(?:hospital\w*|amputat\w*|fractur\w*|broken|surger\w*|concuss\w*|unconscious|paraly\w*|third[- ]degree|second[- ]degree|serious(?:ly)?|severe(?:ly)?|permanent(?:ly)?|skull|coma)\b/i;

/** What a text tells of harm done by the product. */
export interface Harm {
  readonly deaths: boolean;
  readonly injuries: boolean;
  /** In hospital, with lasting or serious consequences. */
  readonly severe: boolean;
}

/**
 * Reads harm from the text on incidents. What the text denies is struck first; where it begins with "None", all that follows
 * is about other products. The flags of the source are not used: they take "No injuries have been reported" for injuries.
 */
export function harmInText(text: string): Harm {
  const told = /^\s*none\b/i.test(text) ? '' : text.replaceAll(denial, ' ');
  const deaths = death.test(told);
  const injuries = deaths || injury.test(told);
  return { deaths, injuries, severe: injuries && severe.test(told) };
}
