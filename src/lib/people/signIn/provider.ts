import { z } from 'zod';
import { normalText } from '../../normalText.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import { ROLES, type Role } from '../person.ts';
import { DAY } from '../../time.ts';

/** What the settings say of the provider's word. */
export interface ProviderRules {
	roleClaim: string;
	roles: readonly { value: string; role: Role }[];
	createsAccounts: boolean;
	acr: readonly string[];
	trustsEmail: boolean;
}

/** Names and values are the provider's; nothing about them is sure but that it said them. */
export type ProviderClaims = Readonly<Record<string, unknown>>;

/** A claim by its name; if there is none of that name, by a path such as `realm_access.roles`. */
function claimOf(claims: ProviderClaims, name: string): unknown {
	if (Object.hasOwn(claims, name)) return claims[name];
	return name.split('.').reduce<unknown>((inside, part) => {
		const found = z.record(z.string(), z.unknown()).safeParse(inside);
		return found.success && Object.hasOwn(found.data, part) ? found.data[part] : undefined;
	}, claims);
}

/** One value, or a list of them. */
const Values = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);

/** What somebody may do here, from what the provider says of them. In the order of the roles. */
export function rolesFrom(claims: ProviderClaims, { roleClaim, roles }: ProviderRules): Role[] {
	const values = Values.parse(claimOf(claims, roleClaim));
	const given = new Set(roles.filter(({ value }) => values.includes(value)).map(({ role }) => role));
	return ROLES.filter((role) => given.has(role));
}

const Email = z
	.email()
	.max(254)
	.transform((typed) => typed.toLowerCase());

/** The address by which somebody is found the first time; null: there is none, or nobody has confirmed it. */
export function emailFrom(claims: ProviderClaims, { trustsEmail }: ProviderRules): string | null {
	const email = Email.safeParse(claims.email);
	return email.success && (trustsEmail || claims.email_verified === true) ? email.data : null;
}

const LONGEST_NAME = 80;

/** What the team calls somebody; their address where the provider gives no name. */
export function nameFrom(claims: ProviderClaims, email: string): string {
	const said = z.string().safeParse(claims.name).data ?? '';
	// By signs: cut in the middle of one, it would be half a sign.
	return [...normalText(said).trim()].slice(0, LONGEST_NAME).join('') || email;
}

/** Whether the provider has signed them in as strongly as the settings ask. */
export function mayComeFromProvider(claims: ProviderClaims, { acr }: ProviderRules): Verdict {
	return noWhen(acr.length > 0 && !acr.includes(String(claims.acr)), 'providerTooWeak');
}

/** What is known here of somebody whom the provider sends for the first time. */
export interface NewTeamMember {
	roles: number;
	email: string | null;
	/** Somebody has put an account with this address there: `npm run staff`, or an admin. */
	account: { linked: boolean; blockedAt: string | null } | null;
}

/**
 * Whether they get an account, or the one that waits for them. The address counts this once, and only while the account
 * is nobody's at the provider: from then on it is issuer and subject, and an address may change or be given to others.
 */
export function mayJoinTeam({ roles, email, account }: NewTeamMember, { createsAccounts }: ProviderRules): Verdict {
	return all(
		noWhen(roles === 0, 'providerWithoutRole'),
		noWhen(email === null, 'providerWithoutEmail'),
		noWhen(account === null && !createsAccounts, 'providerUninvited'),
		noWhen(account?.linked ?? false, 'providerAddressTaken'),
		noWhen((account?.blockedAt ?? null) !== null, 'accountBlocked')
	);
}

/** Why a sign-in there came to nothing, as an address carries it back to the page for signing in. */
export const FromProvider = z.enum([
	...(['providerAway', 'providerDenied', 'providerExpired', 'providerStrange', 'providerForeign'] as const),
	...(['providerInvalid', 'providerSetup', 'providerTooWeak', 'providerWithoutRole', 'providerWithoutEmail'] as const),
	...(['providerUninvited', 'providerAddressTaken', 'providerOff', 'accountBlocked', 'tooManyTries'] as const)
]);

/** How long the operator's word lets somebody in with a password although passwords are off: a day. */
export const RECOVERY = DAY;

export interface PasswordFacts {
	/** The settings allow passwords. */
	on: boolean;
	/** The account is somebody's at the provider. */
	linked: boolean;
	/** The operator lets this account in for now. */
	recovers: boolean;
}

/** Whoever has lost their place at the provider must not come in with a password they once had here. */
export function mayUsePassword({ on, linked, recovers }: PasswordFacts): Verdict {
	return all(noWhen(!recovers && !on, 'passwordsOff'), noWhen(!recovers && linked, 'providerOnly'));
}
