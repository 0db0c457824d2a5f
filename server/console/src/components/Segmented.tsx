import styles from './Segmented.module.css';

interface Props<Value extends string> {
  label: string;
  options: { value: Value; label: string; lang?: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

// One of a few, all of them in sight.
export function Segmented<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <div className={styles.segmented} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          className={option.value === value ? styles.on : ''}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
