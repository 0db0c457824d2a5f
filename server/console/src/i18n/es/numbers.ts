import { numbersIn } from '../numbers';

export const locale = 'es-419';
export const { count, of } = numbersIn(locale);
