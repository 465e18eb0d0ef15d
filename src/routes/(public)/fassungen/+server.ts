import { redirect } from '@sveltejs/kit';

/** Whoever shortens the address of a version finds all of them. */
export const GET = () => redirect(308, '/strategie#alle');
