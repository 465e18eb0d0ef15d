import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { ClientError, type Configuration } from 'openid-client';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { Refused } from '../../verdict.ts';
import type { App } from '../app.ts';
import type { OidcSettings } from './oidcSettings.ts';
import { reasonOf } from './providerTrouble.ts';
import { HOUR } from '../../time.ts';

/** Seconds: somebody sits there and waits. */
const PATIENCE = 5;
/** What the provider says of itself is asked for anew after this: addresses change, if rarely. */
const KEPT = HOUR;

/** Where the provider sends people back to; to be registered there. */
const CALLBACK = '/anmelden/team/anbieter/zurueck';

/** A sign-in that has begun: what its end is checked against. */
export interface Attempt {
	state: string;
	nonce: string;
	verifier: string;
}

/** What the provider has said of somebody, signed. Names of claims are the provider's. */
export type Claims = Readonly<Record<string, unknown>> & { iss: string; sub: string };

interface Provider {
	settings: OidcSettings;
	configuration: Configuration;
}

const known = new WeakMap<App, { found: Promise<Configuration>; until: number }>();

/** Refused: providerAway, providerForeign, providerOff. */
async function providerOf(app: App): Promise<Provider> {
	const settings = app.config.oidc;
	if (!settings) throw new Refused('providerOff');
	const now = performance.now();
	let entry = known.get(app);
	if (!entry || entry.until < now) {
		entry = { found: discover(settings), until: now + KEPT };
		known.set(app, entry);
		// Whoever comes next asks again; whoever waits meanwhile waits for the same answer.
		entry.found.catch(() => known.delete(app));
	}
	const configuration = await told(app, entry.found);
	return { settings, configuration };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
	const url = new URL(issuer);
	const plain = url.protocol === 'http:';
	const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
	const configuration = await oidc.discovery(url, clientId, {}, authentication, {
		timeout: PATIENCE,
		// Only a provider on this machine: the settings take no other.
		execute: plain ? [oidc.allowInsecureRequests] : []
	});
	// Otherwise the library takes TLS for proof enough and leaves the signature of the ID token unread.
	oidc.enableNonRepudiationChecks(configuration);
	return configuration;
}

/** Turns what went wrong there into a reason. The log gets the kind of trouble only: the rest holds codes and tokens. */
async function told<T>(app: App, work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		const { reason, kind } = reasonOf(error);
		app.log.warn({ provider: kind }, 'the sign-in provider did not let somebody in');
		throw new Refused(reason);
	}
}

/** Begins a sign-in: where the browser goes, and what is to be kept for its return. Refused: as `providerOf`. */
export async function begin(app: App): Promise<{ url: string; attempt: Attempt }> {
	const { settings, configuration } = await providerOf(app);
	const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
	const url = oidc.buildAuthorizationUrl(configuration, {
		redirect_uri: app.config.origin + CALLBACK,
		scope: settings.scope,
		state: attempt.state,
		nonce: attempt.nonce,
		code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
		code_challenge_method: 'S256',
		ui_locales: 'de',
		...(settings.acr.length > 0 ? { acr_values: settings.acr.join(' ') } : {})
	});
	return { url: url.href, attempt };
}

/** The end of a sign-in: takes the code to the provider and checks all it answers. Refused: see `reasonOf`. */
export async function finish(app: App, attempt: Attempt, search: string): Promise<Claims> {
	const { configuration } = await providerOf(app);
	return told(app, exchange(configuration, attempt, new URL(CALLBACK + search, app.config.origin)));
}

async function exchange(configuration: Configuration, attempt: Attempt, url: URL): Promise<Claims> {
	const tokens = await oidc.authorizationCodeGrant(configuration, url, {
		pkceCodeVerifier: attempt.verifier,
		expectedState: attempt.state,
		expectedNonce: attempt.nonce,
		idTokenExpected: true
	});
	const claims = tokens.claims();
	if (!claims) throw new ClientError('no ID token');
	const { userinfo_endpoint: more } = configuration.serverMetadata();
	// Many put only the subject into the token.
	const info = more ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
	// About this very sign-in, so it counts from the token only: elsewhere it may be a field of somebody's profile.
	return { ...info, acr: undefined, ...claims };
}

/**
 * Where somebody signs out at the provider, too; null: it offers none, or is away. Without a hint who it is: for that the
 * ID token with name and address would have to be kept. So the provider asks once more.
 */
export async function signOutUrl(app: App): Promise<string | null> {
	try {
		const { configuration } = await providerOf(app);
		if (!configuration.serverMetadata().end_session_endpoint) return null;
		const back = { post_logout_redirect_uri: `${app.config.origin}/`, ui_locales: 'de' };
		return oidc.buildEndSessionUrl(configuration, back).href;
	} catch (problem) {
		if (problem instanceof Refused) return null;
		throw problem;
	}
}

/** Its events, as the standard for back-channel sign-out names them. */
const SIGNED_OUT = 'http://schemas.openid.net/event/backchannel-logout';
const LogoutToken = z.object({
	iss: z.string(),
	sub: z.string(),
	events: z.object({ [SIGNED_OUT]: z.looseObject({}) }),
	// With one it would be an ID token, which browsers get to see.
	nonce: z.undefined().optional()
});

const keySets = new WeakMap<Configuration, JWTVerifyGetKey>();

/** Who has signed out at the provider, from its signed word. Refused: providerInvalid; as `providerOf`. */
export async function readLogoutToken(app: App, token: string): Promise<{ iss: string; sub: string }> {
	const { settings, configuration } = await providerOf(app);
	const { issuer, jwks_uri: address } = configuration.serverMetadata();
	if (!address) throw new Refused('providerSetup');
	const keys = keySets.get(configuration) ?? createRemoteJWKSet(new URL(address), { timeoutDuration: PATIENCE * 1000 });
	keySets.set(configuration, keys);
	try {
		const expected = { issuer, audience: settings.clientId, maxTokenAge: '5m', clockTolerance: '30s' };
		return LogoutToken.parse((await jwtVerify(token, keys, expected)).payload);
	} catch {
		throw new Refused('providerInvalid');
	}
}
