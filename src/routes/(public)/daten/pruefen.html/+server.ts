import script from 'virtual:checker';
import { pageOf, policyOf } from '#lib/data/checkingPage.ts';
import { sendText } from '#lib/server/http/conditional.ts';

/** The same for everybody as long as the server runs. */
const PAGE = pageOf(script);
const HEADERS = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': policyOf(script),
	'cache-control': 'no-cache'
};

/** Checks an edition in the browser, also from a disk: what it may do stands in its own policy. */
export const GET = ({ request }) => sendText(request, PAGE, HEADERS);
