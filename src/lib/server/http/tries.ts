import { Refused } from '../../verdict.ts';
import { limiter, placeOf, type Limit } from './limit.ts';

const SECOND = 1_000;

/**
 * How often one may try to sign in. A day centre or a workshop is one address for thirty people, so the limit for an
 * address is wide: with 68 bits in a code nobody guesses one anyway. The limit for all together keeps a thousand
 * addresses from trying at once, and passwords from filling the memory.
 */
const LIMITS = {
	card: { address: { burst: 40, refill: 6 * SECOND }, together: { burst: 600, refill: SECOND / 10 } },
	staff: { address: { burst: 10, refill: 30 * SECOND }, together: { burst: 60, refill: SECOND } }
} as const satisfies Record<string, { address: Limit; together: Limit }>;

/** A person's password is tried this often, from wherever. */
const ACCOUNT: Limit = { burst: 10, refill: 60 * SECOND };

interface Try {
	kind: keyof typeof LIMITS;
	address: string;
	/** The account that is tried, for passwords. */
	account?: string;
	now: number;
}

/** Counts a try to sign in. Refused: tooManyTries. */
export function countTry({ kind, address, account, now }: Try, counter = limiter): void {
	const limits = LIMITS[kind];
	const allowed =
		counter.allow(kind, placeOf(address), limits.address, now) &&
		(account === undefined || counter.allow(`${kind} account`, account, ACCOUNT, now)) &&
		counter.allow(`${kind} together`, '', limits.together, now);
	if (!allowed) throw new Refused('tooManyTries');
}
