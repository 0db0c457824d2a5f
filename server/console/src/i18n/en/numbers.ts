import { numbersIn } from '../numbers';

export const locale = 'en-GB';
export const { count, of } = numbersIn(locale);
