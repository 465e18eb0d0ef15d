import { no, obey, Refused } from '../../verdict.ts';
import type { App } from '../app.ts';
import { knownDevice } from './devices.server.ts';
import { takeToken, forget, tokensLeft, forceTakeToken, waitTurn, type Limit } from './limits.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** From where somebody tries. */
export interface Origin {
	/** The address, or the network of an IPv6 address. */
	place: string;
	/** The network: whoever has 65,536 places of one counts once. */
	network: string;
	/** The cookie of a device on which somebody has signed in before. */
	device: string | null;
}

/** For whom it is not known or does not matter: tests, and a proxy that forgets its header. */
export const UNKNOWN_ORIGIN: Origin = { place: 'unknown', network: 'unknown', device: null };

/**
 * How often one may try from one place. A day centre or a workshop is one address for thirty people, so the limit for
 * cards is wide. There is none for everybody together: with 68 bits in a code nobody guesses one anyway, and such a limit
 * would let anybody lock out all others.
 */
const FROM_ONE_PLACE = {
	card: { burst: 40, refill: 6 * SECOND },
	staff: { burst: 10, refill: 30 * SECOND },
	second: { burst: 10, refill: 30 * SECOND },
	/** Links with a new password, and asking for one. */
	link: { burst: 20, refill: 30 * SECOND },
	/** Reports without signing in: a day centre may well have ten, a machine wants ten thousand. */
	report: { burst: 10, refill: MINUTE },
	/** First mails to addresses somebody types. A day centre may well order twenty in an afternoon. */
	order: { burst: 20, refill: 3 * MINUTE },
	/** Answers of the sign-in provider. An office is one address for everybody in it. */
	provider: { burst: 200, refill: SECOND },
	/** Texts put aside. An office or a day centre is one address for all its people; a machine wants to fill the disk. */
	park: { burst: 200, refill: 5 * SECOND }
} as const satisfies Record<string, Limit>;
export type Kind = keyof typeof FROM_ONE_PLACE;

/**
 * Requests that store something or take long are counted by network, not by address: one customer with IPv6 has hundreds of
 * addresses, and would have hundreds of allowances.
 */
const BY_NETWORK: readonly Kind[] = ['link', 'report', 'order', 'park'];

export function hasTry({ limits }: App, kind: Kind, { place, network }: Omit<Origin, 'device'>): Promise<boolean> {
	return limits.change(kind, BY_NETWORK.includes(kind) ? network : place, takeToken(FROM_ONE_PLACE[kind]));
}

/** Refused: tooManyTries. */
export async function countTry(app: App, kind: Kind, origin: Omit<Origin, 'device'>): Promise<void> {
	if (!(await hasTry(app, kind, origin))) throw new Refused('tooManyTries');
}

/** Of a device that is known: nobody else can use them up. */
const OF_A_DEVICE: Limit = { burst: 10, refill: 30 * SECOND };

/**
 * All devices that are not known try an account's password together. When these are used up, each network has some more
 * at once, and after that a turn whenever it has waited: longer, the more tries there were, and never for longer than
 * `LONGEST_TURN`. So guessing from everywhere comes to a crawl, and the owner on a new device always gets in.
 */
const OF_AN_ACCOUNT: Limit = { burst: 20, refill: 30 * SECOND };
const MOST_TOO_MANY = 200;
const AT_ONCE = 3;
/** After so many networks have used their tries on one account, further networks get none: it looks like one attacker. */
const MANY_NETWORKS = 100;
const SHORTEST_TURN = 5 * SECOND;
export const LONGEST_TURN = 5 * MINUTE;

/** Doubles with every 25 tries there were too many. */
export function turnDelay(tooMany: number): number {
	return Math.min(LONGEST_TURN, SHORTEST_TURN * 2 ** (tooMany / 25));
}

/** Whose password is tried. Names that nobody has are counted by themselves: they push out no account. */
export interface Tried {
	personId: string | null;
	name: string;
}

const purposeOf = ({ personId }: Tried) => (personId === null ? 'name' : 'account');
const nameOf = ({ personId, name }: Tried) => personId ?? name;

/**
 * Counts a try of a password, before it is looked at. True: on a device that is known. Refused: tooManyTries,
 * turnInSeconds, turnInMinutes.
 */
export async function countPassword(app: App, origin: Origin, tried: Tried): Promise<boolean> {
	const { limits } = app;
	const device = tried.personId === null ? null : knownDevice(app, origin.device, tried.personId);
	if (device !== null && (await limits.change('device', device, takeToken(OF_A_DEVICE)))) return true;
	await countTry(app, 'staff', origin);
	const [purpose, who] = [purposeOf(tried), nameOf(tried)];
	const left = await limits.change(purpose, who, tokensLeft(OF_AN_ACCOUNT));
	if (left < 1) {
		const free = -left < MANY_NETWORKS ? AT_ONCE : 0;
		const step = waitTurn({ free, delay: turnDelay(-left) });
		await askToWait(await limits.change(`turn of ${purpose}`, `${who}\n${origin.network}`, step));
	}
	await limits.change(purpose, who, forceTakeToken(OF_AN_ACCOUNT, -MOST_TOO_MANY));
	return false;
}

async function askToWait(wait: number): Promise<void> {
	if (wait <= 0) return;
	const [seconds, minutes] = [Math.ceil(wait / SECOND), Math.ceil(wait / MINUTE)];
	obey(
		seconds <= 90
			? no('turnInSeconds', { seconds: String(seconds) })
			: no('turnInMinutes', { minutes: String(minutes) })
	);
}

/** The password was right: whoever comes from there is not the one who guesses. */
export async function passwordWasRight({ limits }: App, { network }: Origin, personId: string): Promise<void> {
	await limits.change('turn of account', `${personId}\n${network}`, forget);
}

/** Of somebody who is signed in and asked for her own password. Refused: tooManyTries. */
export async function countOwnPassword({ limits }: App, personId: string): Promise<void> {
	if (!(await limits.change('own password', personId, takeToken(OF_A_DEVICE)))) throw new Refused('tooManyTries');
}

/**
 * Six digits are few: whoever has the password gets three hundred tries a day at most, of a million. That alone may keep
 * the owner on a new device waiting, and she has two ways round it: a device on which she signed in before has tries of
 * its own, and a recovery code, which nobody guesses, is always taken.
 */
const OF_A_FACTOR: Limit = { burst: 10, refill: 5 * MINUTE };

/** Counts a try of a second factor, before it is looked at. Refused: tooManyTries, tooManyCodes. */
export async function countFactor(app: App, origin: Origin, personId: string, digits: boolean): Promise<void> {
	const device = knownDevice(app, origin.device, personId);
	if (device !== null && (await app.limits.change('factor on a device', device, takeToken(OF_A_FACTOR)))) return;
	await countTry(app, 'second', origin);
	if (digits && !(await app.limits.change('factor', personId, takeToken(OF_A_FACTOR))))
		throw new Refused('tooManyCodes');
}
