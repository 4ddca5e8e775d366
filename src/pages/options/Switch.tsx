/** A choice that is on or off, with what it means. */
export interface SwitchProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange(on: boolean): Promise<void>;
}

export function Switch({ label, hint, checked, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <input type="checkbox" checked={checked} onChange={(event) => void onChange(event.currentTarget.checked)} />
      {label}
      {hint && <span class="hint">{hint}</span>}
    </label>
  );
}
