import { count, locale, of } from './numbers';

const decimal = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 });

export const measures = {
  label: 'Cómo va la relación',
  why: (title: string) => `Qué significa «${title}»`,
  monthByMonth: (told: string) => `Mes a mes: ${told}`,
  few: 'pocas',
  tooFew: 'muy pocas',
  none: 'aún nada',
  percent: (value: number) => `${value} %`,
  decimal,
  outOf100: 'de 100',
  outOf1: 'de 1',
  ofAll: (part: number, all: number) => `${count(part)} de ${count(all)}`,
  answers: (n: number) => of(n, 'respuesta', 'respuestas'),
  fewAnswers: (people: string) => `${people} respuestas`,
  due: (kept: number, due: number) => `${count(kept)} de ${count(due)} vencidas`,
  overdue: (n: number) => of(n, 'atrasada', 'atrasadas'),
  median: (days: number) => `respuesta a los ${decimal(days)} ${days === 1 ? 'día' : 'días'}`,
  medianOver: (days: number) => `respuesta a más de ${count(days)} días`,
  longestGap: (days: number) => `mayor ausencia ${count(days)} días`,
  events: (n: number) => of(n, 'evento', 'eventos'),
  hours: (n: number) => `${decimal(n)} h`,
  given: (amount: string) => `dimos ${amount}`,
  received: (amount: string) => `recibimos ${amount}`,
  trust: {
    title: 'Confianza',
    line: 'Último pulso, doce frases',
    definition:
      'La media de doce frases, de 0 a 100, entre las organizaciones, todas con el mismo peso; desde 11 respuestas completas y 5 organizaciones. Es un pulso local, no una escala validada.',
  },
  promises: {
    title: 'Promesas cumplidas',
    line: 'En la fecha que valía',
    definition:
      'Nuestras promesas hechas en su fecha, entre las que vencieron en el año, sin las que la organización liberó. Una fecha cambia solo si la organización aceptó antes de que pasara. Lo atrasado no está cumplido.',
  },
  toldBack: {
    title: 'Devuelto',
    line: (days: number) => `Comentarios con más de ${count(days)} días`,
    definition: (days: number) =>
      `Comentarios en los que dijimos a la persona qué pasó (o colgamos la respuesta, si nadie dio su nombre), entre todos los que tienen más de ${count(days)} días. Cerrado por dentro no es avisado. Debajo, la mediana hasta nuestra primera respuesta.`,
  },
  presence: {
    title: 'Presencia regular',
    line: 'Periodos con una visita planeada',
    definition:
      'De cada organización activa, los periodos entre visitas que ya pasaron, y en cuántos hubo al menos un evento planeado. Solo cuentan los eventos planeados.',
  },
  reach: {
    title: 'Alcance',
    line: 'Personas contadas en eventos',
    definition:
      'La suma de los conteos del año: contactos, no personas distintas. Un mes con menos de 11 personas no aparece en la curva, ni otro a su lado, para que no se pueda deducir.',
  },
  exchange: {
    title: 'Dar y pedir',
    line: '1 significa que ambos dieron igual',
    definition:
      'Uno menos la diferencia entre lo dado y lo recibido, dividida por su suma. En horas, o en aportes si alguno se cuenta en otra cosa.',
  },
};

export const areas = {
  title: 'Por barrio',
  note: ['menos de 11 personas se muestran como', ', y', 'protege un total'],
  area: 'Zona',
  reached: 'Alcance',
  promises: (aim: number) => `Promesas cumplidas, meta ${aim} %`,
  toldBack: (aim: number) => `Devuelto, meta ${aim} %`,
  presence: 'Visitas, de los periodos',
  definition:
    'Promesas, comentarios y visitas cuentan en cada zona de su organización. Las personas se cuentan en la zona de su evento, o en la única de su organización; si no, no son de ninguna.',
};

export const alerts = {
  overPromising: 'Prometemos más de lo que cumplimos',
  overPromisingHint: (overdue: number) => `${of(overdue, 'promesa atrasada', 'promesas atrasadas')}. Vea cuáles aún se pueden cumplir, y avise pronto.`,
  oneWay: 'Las respuestas no regresan',
  oneWayHint: (left: number) => `${of(left, 'comentario', 'comentarios')} sin devolver. Responda antes de volver a preguntar.`,
  inconsistent: (n: number) => `${of(n, 'organización nos espera', 'organizaciones nos esperan')}`,
  inconsistentHint: (partner: string, days: number) => `${partner}: ${count(days)} días sin visita.`,
  quiet: (n: number) => `${of(n, 'tableta sin noticias', 'tabletas sin noticias')}`,
  quietHint: 'Pregunte si están a salvo y llévelas adonde haya red.',
};
