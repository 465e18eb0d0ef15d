import { z } from 'zod';
import type { Role } from '../../people/person.ts';

const ROLES = ['helper', 'moderator', 'editor', 'publisher', 'admin'] as const satisfies readonly Role[];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export interface OidcSettings {
	/** Exactly as the provider spells itself. */
	issuer: string;
	clientId: string;
	/** null: a public client, which PKCE alone protects. */
	clientSecret: string | null;
	/** What people call the provider; null: no name of its own. */
	name: string | null;
	scope: string;
	/** Where the provider says what somebody may do: a claim, or a path of names, e.g. `realm_access.roles`. */
	roleClaim: string;
	roles: readonly { value: string; role: Role }[];
	/** Whether somebody with a role gets an account at the first sign-in without having been invited. */
	createsAccounts: boolean;
	/** One of these has to be in the claim `acr`; empty: the provider's word is enough. */
	acr: readonly string[];
	/** The provider's addresses are all confirmed, even where it does not say so. */
	trustsEmail: boolean;
}

const flag = z.enum(['0', '1'], { error: 'must be one of 0, 1' }).default('0');
const words = z.string().trim().min(1, 'must not be blank');
const ADDRESS = 'must be the https address of the provider, without a user, query or fragment';

/** Plain http is read by everybody on the way, so it is for a provider on the same machine only. */
function isIssuer(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, username, password, search, hash } = new URL(text);
	const bare = [username, password, search, hash].every((part) => part === '') && !/[?#\s]/.test(text);
	return bare && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname)));
}

/** The last `=` divides: a value may be a name from a directory, with `=` and commas in it. */
function pairs(text: string): { value: string; role: Role }[] | null {
	const found: { value: string; role: Role }[] = [];
	for (const pair of text.split(';').filter((one) => one.trim() !== '')) {
		const cut = pair.lastIndexOf('=');
		const role = ROLES.find((one) => one === pair.slice(cut + 1).trim());
		const value = pair.slice(0, Math.max(cut, 0)).trim();
		if (!role || value === '') return null;
		found.push({ value, role });
	}
	return found.length > 0 ? found : null;
}

const Roles = z.string().transform((text, ctx) => {
	const found = pairs(text);
	if (found) return found;
	const message = `must be pairs such as group-editors=editor, separated by semicolons, with the roles ${ROLES.join(', ')}`;
	ctx.addIssue({ code: 'custom', message });
	return z.NEVER;
});

export const OidcFields = z.object({
	OIDC_ISSUER: z.string().refine(isIssuer, ADDRESS).optional(),
	OIDC_CLIENT_ID: words.optional(),
	OIDC_CLIENT_SECRET: words.optional(),
	OIDC_NAME: words.max(40, 'must have at most 40 characters').optional(),
	OIDC_SCOPE: z
		.string()
		.refine((text) => text.split(' ').includes('openid'), 'must be words with spaces between them, among them openid')
		.default('openid profile email'),
	OIDC_ROLE_CLAIM: words.optional(),
	OIDC_ROLES: Roles.optional(),
	OIDC_CREATE_ACCOUNTS: flag,
	OIDC_ACR: words.optional(),
	OIDC_TRUST_EMAIL: flag,
	STAFF_PASSWORDS: z.enum(['0', '1'], { error: 'must be one of 0, 1' }).default('1')
});
type Fields = z.output<typeof OidcFields>;

const NEEDED = ['OIDC_CLIENT_ID', 'OIDC_ROLE_CLAIM', 'OIDC_ROLES'] as const;
const IDLE = ['OIDC_CLIENT_SECRET', 'OIDC_NAME', 'OIDC_ACR', ...NEEDED] as const;

/** What does not go together: which setting is wrong, and how. */
export function oidcConflict(e: Fields): { name: keyof Fields; message: string } | null {
	if (e.OIDC_ISSUER === undefined) {
		if (e.STAFF_PASSWORDS === '0') return { name: 'STAFF_PASSWORDS', message: 'can be 0 only with OIDC_ISSUER' };
		const idle = IDLE.find((name) => e[name] !== undefined);
		return idle ? { name: idle, message: 'means nothing without OIDC_ISSUER' } : null;
	}
	const missing = NEEDED.find((name) => e[name] === undefined);
	return missing ? { name: missing, message: 'is needed with OIDC_ISSUER' } : null;
}

export function oidcOf(e: Fields): OidcSettings | null {
	const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_ROLE_CLAIM: roleClaim, OIDC_ROLES: roles } = e;
	if (!issuer || !clientId || !roleClaim || !roles) return null;
	return {
		...{ issuer, clientId, roleClaim, roles },
		clientSecret: e.OIDC_CLIENT_SECRET ?? null,
		name: e.OIDC_NAME ?? null,
		scope: e.OIDC_SCOPE,
		createsAccounts: e.OIDC_CREATE_ACCOUNTS === '1',
		acr: e.OIDC_ACR?.split(/\s+/) ?? [],
		trustsEmail: e.OIDC_TRUST_EMAIL === '1'
	};
}
