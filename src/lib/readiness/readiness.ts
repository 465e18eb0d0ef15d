import { t } from '../texts/texts.ts';
import type { Phase } from '../consultations/consultation.ts';
import { phaseStatus } from '../consultations/phases/phaseStatus.ts';
import type { Role } from '../people/person.ts';
import { LEGAL_PLACES, type PlaceName } from '../texts/pages/places.ts';
import { HOUR } from '../time.ts';

/** What must be there before people come, and what should: one list for the page and for the command. */

export type CheckName = keyof (typeof t.readiness)['checks'];

export interface Check {
	name: CheckName;
	/** Without it the site must not go live; otherwise it is advice. */
	essential: boolean;
	done: boolean;
	/** What stands in the gaps of its sentences. */
	facts: Readonly<Record<string, string | number>>;
	/** What of it is missing, by page. */
	missing: readonly MissingOnPage[];
}

interface MissingOnPage {
	title: string;
	names: readonly string[];
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
	/** Somebody has chosen a profile, if only the one that ships. */
	profileChosen: boolean;
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

/** The way of a new installation, one step after the other, and the checks of which each consists. */
const STEPS = [
	{ name: 'profile', checks: ['profile'], href: '/werkstatt/profil' },
	{ name: 'process', checks: ['consultation', 'phases'], href: '/werkstatt/phasen' },
	{ name: 'texts', checks: ['legalTexts'], href: '/werkstatt/angaben' },
	{ name: 'staff', checks: ['admin', 'publishers', 'moderator'], href: '/werkstatt/team' },
	{ name: 'cards', checks: ['cards'], href: '/werkstatt/karten' },
	{ name: 'open', checks: ['running'], href: '/werkstatt/phasen' }
] as const;
type StepName = (typeof STEPS)[number]['name'];

export interface FirstStep {
	name: StepName;
	state: 'done' | 'current' | 'next';
	href: string;
}

/** Which steps are done, and which comes now: the first that is not. `running`: a phase runs, so people can come. */
export function firstSteps(checks: readonly Pick<Check, 'name' | 'done'>[], running: boolean): FirstStep[] {
	const done = (name: string) =>
		name === 'running' ? running : checks.some((check) => check.name === name && check.done);
	const now = STEPS.find((step) => !step.checks.every(done));
	return STEPS.map((step) => {
		const state = step.checks.every(done) ? 'done' : step === now ? 'current' : 'next';
		// The process is there once it has a title; before that it is made.
		const make = step.name === 'process' && !done('consultation');
		return { name: step.name, state, href: make ? '/werkstatt/verfahren/neu' : step.href };
	});
}

/** A nightly backup that was missed twice. */
const BACKUP_AGE = 48 * HOUR;
const LEAST_FREE = 1024 * 1024 * 1024;
const DEMO_MAIL = /@demo\.example$/;

/** Every check, the essential ones first. */
export function checksOf(facts: Facts): Check[] {
	const all = [...people(facts), ...texts(facts), ...machine(facts), ...keeping(facts)];
	return all.toSorted((one, other) => Number(other.essential) - Number(one.essential));
}

const essential = (name: CheckName, done: boolean, facts: Check['facts'] = {}): Check => ({
	...{ name, done, facts, missing: [] },
	essential: true
});
const advice = (name: CheckName, done: boolean, facts: Check['facts'] = {}): Check => ({
	...{ name, done, facts, missing: [] },
	essential: false
});

function people({ staff, phases, now, cards, places, profileChosen }: Facts): Check[] {
	const having = (role: Role) => staff.filter(({ roles }) => roles.includes(role));
	const [publishers, moderators, admins] = [having('publisher'), having('moderator'), having('admin')];
	const state = phases && phaseStatus(phases, now).state;
	return [
		// Whoever has been asked already what is theirs has seen the groups and names that hold.
		advice('profile', profileChosen || state === 'open'),
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
	const law = placesWhere(openPlaces, (name) => LEGAL_PLACES.includes(name));
	const others = placesWhere(openPlaces, (name) => !LEGAL_PLACES.includes(name));
	return [
		{ ...essential('legalTexts', law.length === 0), missing: law },
		essential('demo', !demo && !staff.some(({ email }) => DEMO_MAIL.test(email))),
		{ ...advice('otherTexts', others.length === 0), missing: others },
		advice('video', video),
		advice('easyReview', unreviewed === 0, { count: unreviewed })
	];
}

function placesWhere(pages: Facts['openPlaces'], is: (name: PlaceName) => boolean): MissingOnPage[] {
	return pages
		.map(({ title, places }) => ({ title, names: places.filter(is).map((name) => t.places[name]) }))
		.filter(({ names }) => names.length > 0);
}

function machine({ origin, behindProxy, mail, isRoot, freeBytes }: Facts): Check[] {
	const https = origin.startsWith('https://') && !/^https:\/\/(localhost|127\.|\[::1\])/.test(origin);
	return [
		essential('https', https, { origin }),
		essential('proxy', behindProxy),
		advice('mail', mail),
		advice('root', !isRoot),
		// Nothing is said of what could not be looked at.
		...(freeBytes === null ? [] : [advice('disk', freeBytes >= LEAST_FREE, { gb: gigabytes(freeBytes) })])
	];
}

const gigabytes = (bytes: number) => (bytes / LEAST_FREE).toFixed(1).replace('.', ',');

function keeping({ secret, keys, database, keysFolder, keysBesideDatabase, backup, now }: Facts): Check[] {
	const shut = (name: CheckName, kept: Kept | null) =>
		essential(name, kept?.openToOthers !== true, { path: kept?.path ?? '' });
	return [
		shut('secretOpen', secret),
		shut('keysOpen', keys),
		shut('databaseOpen', database),
		essential('backup', backup !== null, { folder: backup?.folder ?? '' }),
		// Where none is made, none is fresh either: that is said once.
		...(backup === null ? [] : [backupAge(backup.at, now)]),
		advice('secretPlace', secret === null, { path: secret?.path ?? '' }),
		advice('keysPlace', !keysBesideDatabase, { path: keysFolder })
	];
}

function backupAge(at: number | null, now: string): Check {
	const age = at === null ? null : Date.parse(now) - at;
	return essential('backupAge', age !== null && age <= BACKUP_AGE, { hours: Math.floor((age ?? 0) / HOUR) });
}

/** Whether anything essential is missing. */
export const isReady = (checks: readonly Check[]) => checks.every(({ done, essential }) => done || !essential);
