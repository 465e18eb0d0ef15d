import { localPath } from '../../texts/locales/address.ts';
import { isOpen, OPEN_HEADERS } from './cors.ts';

/** For files made at build time. Pages bring their own: svelte.config.js says what, because scripts get their nonce there. */
const FILE_CSP = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** For answers that are no page: feeds, JSON, errors before rendering. */
const BARE_CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function securityHeaders(https: boolean): Record<string, string> {
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

/** What every answer says, whoever makes it: page, file, error or redirect. The one place for security headers and CORS. */
export function headersFor(https: boolean): (path: string, isFile: boolean) => readonly [string, string][] {
	const all = (open: boolean, csp: string) =>
		Object.entries({ ...securityHeaders(https), ...(open && OPEN_HEADERS), 'content-security-policy': csp });
	const [file, openFile] = [all(false, FILE_CSP), all(true, FILE_CSP)];
	const [bare, openBare] = [all(false, BARE_CSP), all(true, BARE_CSP)];
	return (path, isFile) => {
		const open = isOpen(localPath(path).path);
		if (isFile) return open ? openFile : file;
		return open ? openBare : bare;
	};
}
