import { Refused } from '../../verdict.ts';
import { limiter, placeOf, type Limit } from './limit.ts';

const SECOND = 1_000;

/**
 * How often one may try to sign in from one place. A day centre or a workshop is one address for thirty people, so the
 * limit for cards is wide. There is none for everybody together: with 68 bits in a code nobody guesses one anyway, and
 * such a limit would let anybody lock out all others.
 */
const FROM_ONE_PLACE = {
	card: { burst: 40, refill: 6 * SECOND },
	staff: { burst: 10, refill: 30 * SECOND },
	second: { burst: 10, refill: 30 * SECOND },
	/** Reports without signing in: a day centre may well have ten, a machine wants ten thousand. */
	report: { burst: 10, refill: 60 * SECOND }
} as const satisfies Record<string, Limit>;

/** A person's password: strict from one place, wide from everywhere, so that a stranger cannot lock its owner out. */
const ACCOUNT: Limit = { burst: 60, refill: 10 * SECOND };

/**
 * Six digits are few: whoever has the password gets three hundred tries a day at most, of a million. The owner, who may
 * be kept waiting by that, needs one.
 */
const SECOND_FACTOR: Limit = { burst: 10, refill: 5 * 60 * SECOND };

/** Checking a password costs memory on purpose; this keeps a thousand places from filling it. */
const PASSWORDS: Limit = { burst: 60, refill: SECOND / 5 };

interface Try {
	kind: keyof typeof FROM_ONE_PLACE;
	/** Throws where a proxy forgets the header it was trusted for; then all without one share a place. */
	address: () => string;
	/** The account that is tried, for passwords and second factors. */
	account?: string;
	/** Milliseconds of a clock that nobody sets. */
	now?: number;
}

function place(address: () => string): string {
	try {
		return placeOf(address());
	} catch {
		return 'unknown';
	}
}

/** Counts a try to sign in. Refused: tooManyTries. */
export function countTry({ kind, address, account, now = performance.now() }: Try, counter = limiter): void {
	const whole = (who: string) =>
		kind === 'second'
			? counter.allow('second factor', who, SECOND_FACTOR, now)
			: counter.allow('account', who, ACCOUNT, now) && counter.allow('passwords', '', PASSWORDS, now);
	const fromHere = counter.allow(kind, place(address), FROM_ONE_PLACE[kind], now);
	if (!fromHere || (account !== undefined && !whole(account))) throw new Refused('tooManyTries');
}
