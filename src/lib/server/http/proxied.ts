import type { Logger } from 'pino';

const BY_A_PROXY = ['x-forwarded-for', 'forwarded'];

/**
 * Behind a proxy, without the setting that says which header to trust, everybody has the proxy's address: whoever guesses
 * uses up the tries of all. Whether there is a proxy is seen only when the first request comes; the log hears it once.
 */
export function proxyNotice(addressHeader: string | null, log: Logger): (headers: Headers) => void {
	let said = addressHeader !== null;
	return (headers) => {
		if (said || !BY_A_PROXY.some((name) => headers.has(name))) return;
		said = true;
		log.warn(
			'requests come through a proxy (X-Forwarded-For or Forwarded), but ADDRESS_HEADER is not set: all visitors share one address when wrong sign-ins are limited'
		);
	};
}
