import type { Phase } from '../consultations/consultation.ts';
import { standing } from '../consultations/standing.ts';
import type { Role } from '../people/person.ts';
import type { readiness as words } from '../texts/de/readiness.ts';
import { FOLLOWS, PLACES, type PlaceName } from '../texts/de/pages/places.ts';

/** What must be there before people come, and what should: one list for the page and for the command. */

export type CheckName = keyof (typeof words)['checks'];

export interface Check {
	name: CheckName;
	/** Without it the site must not go live; otherwise it is advice. */
	essential: boolean;
	done: boolean;
	/** What stands in the gaps of its sentences. */
	facts: Readonly<Record<string, string | number>>;
}

/** A file or folder with something in it that only the server may read; null: there is none. */
export interface Kept {
	path: string;
	/** Others on this machine can read it. */
	openToOthers: boolean;
}

export interface StaffFact {
	email: string;
	roles: readonly Role[];
	hasFactor: boolean;
}

export interface Facts {
	now: string;
	origin: string;
	demo: boolean;
	phases: readonly Phase[] | null;
	/** Without those who are blocked. */
	staff: readonly StaffFact[];
	/** By page. */
	openPlaces: readonly { title: string; places: readonly PlaceName[] }[];
	cards: number;
	places: number;
	mail: boolean;
	/** null: no folder is set; `at`: when the newest was made, in milliseconds. */
	backup: { folder: string; at: number | null } | null;
	/** The header with the visitor's address is known. */
	behindProxy: boolean;
	secret: Kept | null;
	keys: Kept | null;
	database: Kept | null;
	keysFolder: string;
	/** The keys of ballots lie in the folder of the database: whoever copies it copies both. */
	keysBesideDatabase: boolean;
	isRoot: boolean;
	video: boolean;
	/** Pages in easy words that no Prüfgruppe has read. */
	unreviewed: number;
	freeBytes: number | null;
}

const HOUR = 60 * 60 * 1000;
/** A nightly backup that was missed twice. */
const BACKUP_AGE = 48 * HOUR;
const LEAST_FREE = 1024 * 1024 * 1024;
const DEMO_MAIL = /@demo\.example$/;

const wanted: Readonly<Record<string, { what: string; missing?: string }>> = PLACES;

/** Every check, the essential ones first. */
export function checksOf(facts: Facts): Check[] {
	const all = [...people(facts), ...texts(facts), ...machine(facts), ...keeping(facts)];
	return all.toSorted((one, other) => Number(other.essential) - Number(one.essential));
}

const essential = (name: CheckName, done: boolean, facts: Check['facts'] = {}): Check => ({
	...{ name, done, facts },
	essential: true
});
const advice = (name: CheckName, done: boolean, facts: Check['facts'] = {}): Check => ({
	...{ name, done, facts },
	essential: false
});

function people({ staff, phases, now, cards, places }: Facts): Check[] {
	const having = (role: Role) => staff.filter(({ roles }) => roles.includes(role));
	const [publishers, moderators, admins] = [having('publisher'), having('moderator'), having('admin')];
	const state = phases && standing(phases, now).state;
	return [
		essential('consultation', phases !== null),
		essential('phases', state === 'open' || state === 'pause'),
		essential('publishers', publishers.length >= 2, { count: publishers.length }),
		essential('moderator', moderators.length > 0),
		essential(
			'admin',
			admins.some(({ hasFactor }) => hasFactor)
		),
		advice('secondAdmin', admins.length >= 2, { count: admins.length }),
		advice('secondModerator', moderators.length >= 2, { count: moderators.length }),
		advice('cards', cards > 0),
		advice('places', places > 0)
	];
}

function texts({ openPlaces, video, unreviewed, demo, staff }: Facts): Check[] {
	const law = placesWhere(openPlaces, (name) => wanted[name]?.missing === FOLLOWS);
	const others = placesWhere(openPlaces, (name) => wanted[name]?.missing !== FOLLOWS);
	return [
		essential('legalTexts', law === '', { places: law }),
		essential('demo', !demo && !staff.some(({ email }) => DEMO_MAIL.test(email))),
		advice('otherTexts', others === '', { places: others }),
		advice('video', video),
		advice('easyReview', unreviewed === 0, { count: unreviewed })
	];
}

/** `Impressum: Telefonnummer, E-Mail-Adresse; Hilfe: …`, empty when there are none. */
function placesWhere(pages: Facts['openPlaces'], is: (name: PlaceName) => boolean): string {
	return pages
		.map(({ title, places }) => ({ title, names: places.filter(is).map((name) => PLACES[name].what) }))
		.filter(({ names }) => names.length > 0)
		.map(({ title, names }) => `${title}: ${names.join(', ')}`)
		.join('; ');
}

function machine({ origin, behindProxy, mail, isRoot, freeBytes }: Facts): Check[] {
	const https = origin.startsWith('https://') && !/^https:\/\/(localhost|127\.|\[::1\])/.test(origin);
	return [
		essential('https', https, { origin }),
		essential('proxy', behindProxy),
		advice('mail', mail),
		advice('root', !isRoot),
		advice('disk', freeBytes === null || freeBytes >= LEAST_FREE, { gb: gigabytes(freeBytes ?? 0) })
	];
}

const gigabytes = (bytes: number) => (bytes / LEAST_FREE).toFixed(1).replace('.', ',');

function keeping({ secret, keys, database, keysFolder, keysBesideDatabase, backup, now }: Facts): Check[] {
	const shut = (name: CheckName, kept: Kept | null) =>
		essential(name, kept?.openToOthers !== true, { path: kept?.path ?? '' });
	const at = backup?.at ?? null;
	const hours = at === null ? 0 : Math.floor((Date.parse(now) - at) / HOUR);
	return [
		shut('secretOpen', secret),
		shut('keysOpen', keys),
		shut('databaseOpen', database),
		essential('backup', backup !== null, { folder: backup?.folder ?? '' }),
		essential('backupAge', backup === null || (at !== null && Date.parse(now) - at <= BACKUP_AGE), { hours }),
		advice('secretPlace', secret === null, { path: secret?.path ?? '' }),
		advice('keysPlace', !keysBesideDatabase, { path: keysFolder })
	];
}

/** Whether anything essential is missing. */
export const isReady = (checks: readonly Check[]) => checks.every(({ done, essential }) => done || !essential);
