import shipped from '../../profiles/nrw-armut/profile.json' with { type: 'json' };
import { Profile } from './profile.ts';

/** What holds in an installation in which nobody has chosen a profile: those from before there were profiles had this one. */
export const DEFAULT_PROFILE: Profile = Profile.parse(shipped);
