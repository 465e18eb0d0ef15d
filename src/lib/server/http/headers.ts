/** On every answer. The Content-Security-Policy of pages comes from svelte.config.js, where scripts get their nonce. */
export function securityHeaders(https: boolean): Record<string, string> {
	return {
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy':
			'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()',
		...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {})
	};
}

/** For answers that are no page: feeds, JSON, errors before rendering. */
export const BARE_CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For files and pages made at build time, which never meet the hooks. */
export const FILE_CSP =
	"default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
