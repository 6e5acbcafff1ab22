use plotters::prelude::*;
use raaderum::chart::*;
use raaderum::words::number::NumberStyle;
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let da = NumberStyle { decimal: ',', thousands: '.' };
    let light = Theme { paper: RGBColor(0xfb,0xfa,0xf7), ink: RGBColor(0x1c,0x1b,0x19), muted: RGBColor(0x5f,0x5c,0x56), grid: RGBColor(0xdc,0xd8,0xcf), plan: RGBColor(0xb5,0x3a,0x12), municipality: RGBColor(0x0b,0x64,0x8f), state: RGBColor(0x74,0x4a,0x8c), font: "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif".into() };
    let dark = Theme { paper: RGBColor(0x17,0x18,0x1a), ink: RGBColor(0xf0,0xee,0xe9), muted: RGBColor(0xa8,0xa5,0x9e), grid: RGBColor(0x38,0x39,0x3b), plan: RGBColor(0xff,0x8f,0x62), municipality: RGBColor(0x5f,0xb8,0xe6), state: RGBColor(0xc6,0x9a,0xe0), font: light.font.clone() };
    let towards = |start: f64, end: f64, rate: f64| -> Vec<f64> { (0..=72).map(|m| end + (start - end) * rate.powi(m)).collect() };
    let plan = towards(323.0, 309.0, 0.93); let uncapped = towards(323.0, 303.0, 0.93); let base = vec![323.0; 73];
    let net: Vec<f64> = (0..=72).map(|m| -0.0 - 2.4*m as f64/12.0 + (m as f64/20.0).powi(2)*0.35).collect();
    let state: Vec<f64> = (0..=72).map(|m| (m as f64/12.0).powf(1.6)*0.5).collect();
    let num = |v: f64, d: usize| da.fixed(v, d);
    let year = |y: u16, last: bool| if last { format!("{y}\u{a0}år") } else { y.to_string() };
    for (name, theme) in [("light", &light), ("dark", &dark)] {
        for (w, h) in [(328u32, 190u32), (328, 280), (704, 330), (1000, 380)] {
            let lines = vec![Line { role: Role::Plan, label: "jeres plan 309".into(), points: &plan }, Line { role: Role::Uncapped, label: "uden budgetloft 303".into(), points: &uncapped }, Line { role: Role::Baseline, label: "som i dag 323".into(), points: &base }];
            let marks = vec![Mark { month: 11.0, value: 231.0, label: "231: Silkeborgs egen opgørelse".into() }];
            let axis = LineChart::extent(72, &lines, &marks).axis(10.0);
            let c = LineChart { months: 72, axis, y_unit: "personer", y_label: &num, x_label: &year, lines, marks };
            let mut out = String::new();
            { let area = SVGBackend::with_string(&mut out, (w*8, h*8)).into_drawing_area(); c.draw(&area, theme, 8.0).unwrap(); area.present().unwrap(); }
            std::fs::write(format!("{dir}/stock-{name}-{w}x{h}.svg"), out.replacen(&format!("width=\"{}\" height=\"{}\"", w*8, h*8), &format!("width=\"{w}\" height=\"{h}\""), 1)).unwrap();
            let lines = vec![Line { role: Role::Municipality, label: "kommunen −10\u{a0}mio.\u{a0}kr.".into(), points: &net }, Line { role: Role::State, label: "staten +8,8\u{a0}mio.\u{a0}kr.".into(), points: &state }];
            let axis = LineChart::extent(72, &lines, &[]).axis(1.0);
            let c = LineChart { months: 72, axis, y_unit: "mio. kr.", y_label: &num, x_label: &year, lines, marks: vec![] };
            let mut out = String::new();
            { let area = SVGBackend::with_string(&mut out, (w*8, h*8)).into_drawing_area(); c.draw(&area, theme, 8.0).unwrap(); area.present().unwrap(); }
            std::fs::write(format!("{dir}/net-{name}-{w}x{h}.svg"), out.replacen(&format!("width=\"{}\" height=\"{}\"", w*8, h*8), &format!("width=\"{w}\" height=\"{h}\""), 1)).unwrap();
        }
    }
    let page: String = ["light","dark"].iter().map(|t| format!("<div style='background:{};padding:16px'>{}</div>", if *t=="light" {"#fbfaf7"} else {"#17181a"}, [(328,190),(328,280),(704,330),(1000,380)].iter().map(|(w,h)| format!("<img src='stock-{t}-{w}x{h}.svg'> <img src='net-{t}-{w}x{h}.svg'> ")).collect::<String>())).collect();
    std::fs::write(format!("{dir}/index.html"), format!("<meta charset=utf-8><body style='margin:0'>{page}")).unwrap();
}
