import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import Provider, { type Configuration, type JWK } from 'oidc-provider';

/** Somebody who has an account at the provider. */
export interface Member {
	sub: string;
	name?: string;
	email?: string;
	email_verified?: boolean;
	roles?: readonly string[];
	acr?: string;
}

/** A real provider on this machine (the npm package oidc-provider), which does what it is told to do wrong. */
export interface TestProvider {
	issuer: string;
	members: Map<string, Member>;
	wrong: {
		/** Milliseconds it lets everybody wait. */
		slow: number;
		/** It publishes other keys than it signs with. */
		keys: boolean;
		/** Answers 503 to everything. */
		broken: boolean;
	};
	/** The settings of an application that signs in here. */
	settings: Record<string, string>;
	close(): Promise<void>;
}

/** Signs like the provider's own, with the same name; only the key is another. */
function signingKey(): JWK {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const key = privateKey.export({ format: 'jwk' });
	return { ...key, kty: 'RSA', kid: 'signing', use: 'sig', alg: 'RS256' };
}

const HOUR = 3_600;
const SECRET = 'a secret between the two';

function configuration(origin: string, members: Map<string, Member>, codeSeconds: number): Configuration {
	return {
		clients: [
			{
				client_id: 'teilhabe',
				client_secret: SECRET,
				redirect_uris: [`${origin}/anmelden/team/anbieter/zurueck`],
				post_logout_redirect_uris: [`${origin}/`],
				backchannel_logout_uri: `${origin}/anmelden/team/anbieter/abmeldung`
			}
		],
		jwks: { keys: [signingKey()] },
		cookies: { keys: [randomUUID()] },
		claims: { email: ['email', 'email_verified'], profile: ['name', 'acr'], roles: ['roles'] },
		scopes: ['openid', 'email', 'profile', 'roles'],
		acrValues: ['strong', 'weak'],
		ttl: {
			AuthorizationCode: codeSeconds,
			AccessToken: HOUR,
			Grant: HOUR,
			IdToken: HOUR,
			Interaction: HOUR,
			Session: HOUR
		},
		features: { backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
		// Otherwise it refuses to ask machines of one's own, where the application is.
		fetch: (url, { method, headers, body, redirect, signal } = {}) =>
			fetch(url, { method, headers, body, redirect, signal }),
		pkce: { required: () => true },
		findAccount: (_, sub) => {
			const member = members.get(sub);
			return member && { accountId: sub, claims: () => ({ ...member, roles: member.roles && [...member.roles] }) };
		},
		// An application of the same house: nobody is asked whether it may know who they are.
		async loadExistingGrant(ctx) {
			const { client, session, provider } = ctx.oidc;
			if (!client || !session?.accountId) return undefined;
			const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
			grant.addOIDCScope('openid email profile roles');
			await grant.save();
			return grant;
		}
	};
}

export async function startProvider(origin: string, { codeSeconds = 60 } = {}): Promise<TestProvider> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	// Another host than ours: browsers give cookies to all ports of one.
	const issuer = `http://localhost:${address.port}`;
	const members = new Map<string, Member>();
	const wrong = { slow: 0, keys: false, broken: false };
	const provider = new Provider(issuer, configuration(origin, members, codeSeconds));
	const others = { keys: [publicPart(signingKey())] };
	provider.use(async (ctx, next) => {
		if (wrong.slow > 0) await sleep(wrong.slow);
		if (wrong.broken) return void (ctx.status = 503);
		await next();
		if (wrong.keys && ctx.path === '/jwks') ctx.body = others;
	});
	provider.on('backchannel.error', (_, error) => console.error('the application did not take the sign-out:', error));
	server.on('request', provider.callback());
	const settings = {
		OIDC_ISSUER: issuer,
		OIDC_CLIENT_ID: 'teilhabe',
		OIDC_CLIENT_SECRET: SECRET,
		OIDC_SCOPE: 'openid profile email roles',
		OIDC_ROLE_CLAIM: 'roles',
		OIDC_ROLES: 'mags-moderation=moderator; mags-redaktion=editor; CN=Leitung,OU=Teilhabe=admin'
	};
	return { issuer, members, wrong, settings, close: () => end(server) };
}

const publicPart = ({ kty, kid, use, alg, n, e }: JWK) => ({ kty, kid, use, alg, n, e });

function end(server: Server): Promise<void> {
	return new Promise((done) => {
		server.close(() => done());
		server.closeAllConnections();
	});
}

/** A browser that keeps the provider's cookies and follows it around. */
export class ProviderVisitor {
	readonly #cookies = new Map<string, string>();

	async #ask(url: string, form?: Record<string, string>): Promise<Response> {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const body = form && new URLSearchParams(form);
		const response = await fetch(url, {
			redirect: 'manual',
			headers: { cookie },
			...(body ? { method: 'POST', body } : {})
		});
		for (const one of response.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
			if (value === '') this.#cookies.delete(name);
			else this.#cookies.set(name, value);
		}
		return response;
	}

	/** From the address of the sign-in to the one the provider sends back to: its query. `as` null: they give up. */
	async signIn(start: string, as: string | null): Promise<string> {
		const { origin } = new URL(start);
		let url = start;
		for (let step = 0; step < 12; step++) {
			const response = await this.#ask(url);
			const next = response.headers.get('location');
			const at = next === null ? url : new URL(next, url).href;
			if (!at.startsWith(origin)) return new URL(at).search;
			url = at;
			if (next !== null) continue;
			if (response.status !== 200) throw new Error(`the provider answers ${response.status}: ${await response.text()}`);
			const answer =
				as === null
					? await this.#ask(`${url}/abort`)
					: await this.#ask(url, { prompt: 'login', login: as, password: 'x' });
			url = new URL(answer.headers.get('location') ?? '', url).href;
		}
		throw new Error(`the provider sends nobody back: ${url}`);
	}
}
