import {
	AuthorizationResponseError,
	ClientError,
	ResponseBodyError,
	WWWAuthenticateChallengeError
} from 'openid-client';
import type { Reason } from '../../verdict.ts';

interface Trouble {
	reason: Reason;
	/** For the log: a kind of trouble, never what was sent. */
	kind: string;
}

const AWAY = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];
/** Its clock, or how long somebody took: a minute later it may go. */
const LATE = 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED';

/** Why a sign-in at the provider came to nothing, in the words of the people who wait for it. */
export function reasonOf(error: unknown): Trouble {
	if (error instanceof AuthorizationResponseError) return { reason: answered(error.error), kind: error.error };
	if (error instanceof ResponseBodyError) return { reason: exchanged(error), kind: error.error };
	// It takes us for somebody else: another secret, a client that is switched off.
	if (error instanceof WWWAuthenticateChallengeError) return { reason: 'providerSetup', kind: 'challenge' };
	// fetch says so when there is nobody at the other end, or nobody of that name.
	if (error instanceof TypeError) return { reason: 'providerAway', kind: 'unreachable' };
	if (!(error instanceof ClientError)) return { reason: 'providerInvalid', kind: 'unknown' };
	const kind = error.code ?? 'unknown';
	if (AWAY.includes(kind)) return { reason: 'providerAway', kind };
	if (kind === LATE) return { reason: 'providerExpired', kind };
	return { reason: isForeign(error) ? 'providerForeign' : 'providerInvalid', kind };
}

/** The provider's own answer to the browser, in the words of OAuth and OpenID Connect. */
function answered(error: string): Reason {
	if (['server_error', 'temporarily_unavailable'].includes(error)) return 'providerAway';
	const byPerson = ['access_denied', 'login_required', 'consent_required', 'interaction_required'];
	return byPerson.includes(error) ? 'providerDenied' : 'providerSetup';
}

/** Its answer when the code was brought to it. */
function exchanged({ error, status }: ResponseBodyError): Reason {
	if (error === 'invalid_grant') return 'providerExpired';
	return status >= 500 ? 'providerAway' : 'providerSetup';
}

/** Whether it was somebody else who answered: the issuer in the address, in the token or in what it says of itself. */
function isForeign({ code, cause }: ClientError): boolean {
	const text = cause instanceof Error ? cause.message : '';
	const said = code === 'OAUTH_INVALID_RESPONSE' && text.includes('"iss"');
	const claimed = code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' && text.includes('"iss"');
	return said || claimed || code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';
}
