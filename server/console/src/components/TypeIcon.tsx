import {
  IconAddressBook,
  IconBasket,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconEar,
  IconFileCertificate,
  IconFileText,
  IconHeartHandshake,
  IconLock,
  IconMap,
  IconMap2,
  IconMapPin,
  IconMapPinHeart,
  IconMessageCheck,
  IconMessageCircle,
  IconMessageQuestion,
  IconMicrophone,
  IconMoodHeart,
  IconNotes,
  IconPhoto,
  IconQuote,
  IconSpeakerphone,
  IconTag,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { RecordType } from '@/api/contract';
import styles from './TypeIcon.module.css';

// The names that declarations use; each record type keeps one icon everywhere.
const icons: Record<string, Icon> = {
  'address-book': IconAddressBook,
  basket: IconBasket,
  'building-community': IconBuildingCommunity,
  'calendar-event': IconCalendarEvent,
  ear: IconEar,
  'file-certificate': IconFileCertificate,
  'heart-handshake': IconHeartHandshake,
  lock: IconLock,
  map: IconMap,
  'map-2': IconMap2,
  'map-pin': IconMapPin,
  'map-pin-heart': IconMapPinHeart,
  'message-check': IconMessageCheck,
  'message-circle': IconMessageCircle,
  'message-question': IconMessageQuestion,
  microphone: IconMicrophone,
  'mood-heart': IconMoodHeart,
  notes: IconNotes,
  photo: IconPhoto,
  quote: IconQuote,
  speakerphone: IconSpeakerphone,
  tag: IconTag,
  'users-group': IconUsersGroup,
};

export function iconOf(type: RecordType): Icon {
  return icons[type.icon] ?? IconFileText;
}

export function TypeIcon({ type }: { type: RecordType }) {
  const Sign = iconOf(type);
  return (
    <span className={styles.tile}>
      <Sign size={18} aria-hidden />
    </span>
  );
}
