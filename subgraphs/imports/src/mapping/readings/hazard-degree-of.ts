import type { Harm } from './harm-in-text.js';

/** Hazard degree (隐患程度, 2.5). */
type HazardDegree = 'UNRATED' | 'LOW' | 'MEDIUM' | 'HIGH' | 'SERIOUS';

/**
 * A first hazard degree (隐患程度, 2.5) for a record that comes without one; an assessment gives the real one (5.1.2).
 *
 * SERIOUS where deaths are told; HIGH where injuries are severe or the hazard is said to kill or to injure seriously; MEDIUM
 * where injuries are told; LOW where the hazard itself is said to be minor; UNRATED where nothing says.
 */
export function hazardDegreeOf(harm: Harm, hazardText: string): HazardDegree {
  if (harm.deaths) return 'SERIOUS';
  if (harm.severe || /\b(?:death|fatal\w*|die|kill\w*|serious (?:\w+ )?injur\w*|life-threatening|electrocution)\b/i.test(hazardText)) return 'HIGH';
  if (harm.injuries) return 'MEDIUM';
  return /\bminor (?:\w+ )?(?:injur\w*|burns?|cuts?|irritation)\b/i.test(hazardText) ? 'LOW' : 'UNRATED';
}
