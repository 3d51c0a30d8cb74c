import { readSocialImageFonts } from '../../../scripts/build/social-image-fonts.ts';

/** The faces of the built site. */
export const faces = readSocialImageFonts();
