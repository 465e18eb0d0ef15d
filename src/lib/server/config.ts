import { z } from 'zod';
import { oidcConflict, OidcFields, oidcOf, type OidcSettings } from './auth/oidcSettings.ts';

function whole(least: number, most: number) {
	const error = `must be a whole number from ${least} to ${most}`;
	// Not whatever JavaScript takes for a number: 0x10, 1e3, a blank.
	const digits = z.string({ error }).regex(/^\d{1,9}$/, { error });
	return digits.transform(Number).pipe(z.int({ error }).min(least, { error }).max(most, { error }));
}

function oneOf<const T extends readonly [string, ...string[]]>(...words: T) {
	return z.enum(words, { error: `must be one of ${words.join(', ')}` });
}

/** Configuration by environment, parsed once. Every variable stands in the handbook, chapter `einstellungen`. */
const Environment = z.object({
	DATABASE_URL: z
		.string()
		.regex(/^(postgres(ql)?:\/\/.|file:.)/, 'must begin with postgres:// or file: and say where')
		.refine(
			(url) => url.startsWith('file:') || URL.canParse(url),
			'must be an address such as postgres://user@host/name'
		)
		.default('file:var/teilhabe.sqlite'),
	DATABASE_REPLICA_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\/./, 'must begin with postgres:// and say where')
		.refine((url) => URL.canParse(url), 'must be an address such as postgres://user@host/name')
		.optional(),
	HOST: z.string().default('127.0.0.1'),
	PORT: whole(1, 65_535).default(3000),
	ORIGIN: z
		.url({ protocol: /^https?$/, error: 'must be an address such as https://teilhabe.example' })
		.refine((url) => !URL.canParse(url) || new URL(url).username === '', 'must be an address without a user')
		.optional(),
	TEILHABE_KEYS: z.string().optional(),
	TEILHABE_KEYS_LOST: oneOf('0', '1').default('0'),
	TEILHABE_VIDEO: z.string().optional(),
	TEILHABE_SECRET: z.string().trim().min(32, 'needs at least 32 characters').optional(),
	TEILHABE_DEMO: oneOf('0', '1').default('0'),
	SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://localhost:25' }).optional(),
	MAIL_FROM: z
		.email({ error: 'must be an e-mail address such as teilhabe@office.example' })
		.default('teilhabe@localhost.localdomain'),
	LOG_LEVEL: oneOf('silent', 'error', 'warn', 'info', 'debug').default('info'),
	DATABASE_POOL: whole(1, 100).default(10),
	MIGRATE_AT_START: oneOf('0', '1').default('1'),
	BACKUP_DIR: z.string().optional(),
	BACKUP_KEEP: whole(1, 1_000).default(7),
	BALLOT_KEY_GRACE_HOURS: whole(1, 720).default(24),
	// Read by the adapter itself; checked here so that a typing error stops the start and not a sign-in.
	ADDRESS_HEADER: z
		.string()
		.regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header such as x-forwarded-for')
		.optional(),
	XFF_DEPTH: whole(1, 10).default(1),
	METRICS_HOST: z.string().default('127.0.0.1'),
	METRICS_PORT: whole(1, 65_535).optional(),
	...OidcFields.shape
});

const Settings = Environment.superRefine((e, ctx) => {
	const conflict = oidcConflict(e);
	if (conflict) ctx.addIssue({ code: 'custom', path: [conflict.name], message: conflict.message });
	if (e.METRICS_PORT === e.PORT) ctx.addIssue({ code: 'custom', path: ['METRICS_PORT'], message: 'must not be PORT' });
});

export interface Config {
	database:
		| { kind: 'sqlite'; file: string }
		/** `replica`: a server that follows this one, for pages of whoever is not signed in. */
		| { kind: 'postgres'; url: string; pool: number; replica?: string };
	host: string;
	port: number;
	origin: string;
	/** Keys for card codes, ballots and sealed texts are derived from it. */
	secret: string | null;
	/** The folder with the keys of the phases' ballots; null: beside the database's file. */
	keyFolder: string | null;
	/** How long after a phase's end the key of its ballots stays: until then a wrong end can be corrected. */
	graceHours: number;
	/** The operator knows that keys of a running vote are gone, and wants to start nevertheless. */
	keysLost: boolean;
	/** The folder with the video in sign language; null: there is none. */
	videoFolder: string | null;
	/** The header in which a proxy says where a request comes from; null: there is no proxy. */
	addressHeader: string | null;
	/** One backup a day goes there, and so many stay; null: nobody wants one. */
	backups: { folder: string; keep: number } | null;
	demo: boolean;
	smtpUrl: string | null;
	mailFrom: string;
	/** Otherwise the server only looks whether the schema is its own, and does not start with another one. */
	migrateAtStart: boolean;
	logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
	/** Where staff may sign in as well; null: only here. */
	oidc: OidcSettings | null;
	/** Whether staff may sign in with a password of ours. */
	passwords: boolean;
	/** Where numbers for Prometheus are served; null: nowhere. */
	metrics: { host: string; port: number } | null;
}

/**
 * What the operator has to put right, in one sentence. Known by its name: the built application and the server around
 * it load this module separately.
 */
export class BadConfig extends Error {
	override readonly name = 'BadConfig';
}

/** Every variable there is. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape);

/** Throws `BadConfig` with one clear sentence for the first wrong value. */
export function readConfig(env: Record<string, string | undefined>): Config {
	const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = Settings.safeParse(known);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new BadConfig(`The setting ${issue?.path.join('.')} ${issue?.message}.`);
	}
	const e = parsed.data;
	if (e.DATABASE_REPLICA_URL && e.DATABASE_URL.startsWith('file:'))
		throw new BadConfig('The setting DATABASE_REPLICA_URL needs a DATABASE_URL that begins with postgres://.');
	const replica = e.DATABASE_REPLICA_URL ? { replica: e.DATABASE_REPLICA_URL } : {};
	return {
		database: e.DATABASE_URL.startsWith('file:')
			? { kind: 'sqlite', file: e.DATABASE_URL.slice('file:'.length) }
			: { kind: 'postgres', url: e.DATABASE_URL, pool: e.DATABASE_POOL, ...replica },
		host: e.HOST,
		port: e.PORT,
		origin: new URL(e.ORIGIN ?? `http://localhost:${e.PORT}`).origin,
		secret: e.TEILHABE_SECRET ?? null,
		keyFolder: e.TEILHABE_KEYS ?? null,
		graceHours: e.BALLOT_KEY_GRACE_HOURS,
		keysLost: e.TEILHABE_KEYS_LOST === '1',
		videoFolder: e.TEILHABE_VIDEO ?? null,
		addressHeader: e.ADDRESS_HEADER ?? null,
		backups: e.BACKUP_DIR ? { folder: e.BACKUP_DIR, keep: e.BACKUP_KEEP } : null,
		demo: e.TEILHABE_DEMO === '1',
		smtpUrl: e.SMTP_URL ?? null,
		mailFrom: e.MAIL_FROM,
		migrateAtStart: e.MIGRATE_AT_START === '1',
		logLevel: e.LOG_LEVEL,
		oidc: oidcOf(e),
		passwords: e.STAFF_PASSWORDS === '1',
		metrics: e.METRICS_PORT === undefined ? null : { host: e.METRICS_HOST, port: e.METRICS_PORT }
	};
}
