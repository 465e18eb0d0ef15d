import { no, permit, type Permit } from '../verdict.ts';
import { isStaff, type Person } from './person.ts';

/**
 * Who may vote, support, contribute, comment, propose another wording, and say whether a point says what they meant: one
 * rule for all of it. Whoever holds a role prepares and evaluates, and does not take part with that account; what was
 * done before the role came can be taken back (`takingBack`). Writing down what others say is a helper's work, not this.
 */
export function mayTakePart(person: Person | null, takingBack = false): Permit<Person> {
	if (person === null) return no('signInFirst');
	return isStaff(person) && !takingBack ? no('staffTakesNoPart') : permit(person);
}
