//! Writes the tables of the model: figures only, no words of any language.

use std::fmt::Write;

use super::Data;
use super::parameters::Parameter;
use super::published::Told;

/// The source of `model_data.rs`.
pub fn write(data: &Data) -> String {
    let mut out = String::new();
    super::laws::write(&data.laws, &data.ladders, &mut out);
    groups(data, &mut out);
    parameters(data, &mut out);
    constants(data, &mut out);
    super::place_tables::write(data, &mut out);
    ladders(data, &mut out);
    super::lever_tables::write(data, &mut out);
    cases(data, &mut out);
    packages(data, &mut out);
    report(data, &mut out);
    super::headlines::write(&data.headlines, &data.parameters, &mut out);
    super::sections::write(&data.sections, &data.parameters, &mut out);
    out
}

/// Opens a table: `pub static NAME: [TYPE; COUNT] = [`, with its count as a constant.
pub fn open(out: &mut String, name: &str, singular: &str, kind: &str, count: usize, doc: &str) {
    line(out, &format!("/// How many {doc} there are.\npub const {singular}_COUNT: usize = {count};"));
    line(
        out,
        &format!("/// All {doc}, in the order of the data file.\npub static {name}: [{kind}; {count}] = ["),
    );
}

/// Adds a line.
pub fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn groups(data: &Data, out: &mut String) {
    open(out, "GROUPS", "GROUP", "GroupSpec", data.groups.len(), "target groups");
    for g in &data.groups {
        let row = format!(
            "GroupSpec {{ id: {:?}, guaranteed: {}, may_have_mentor: {}, may_have_coordinator: {}, \
             guideline: {:?}, {} }},",
            g.id,
            g.guaranteed,
            g.may_have_mentor,
            g.may_have_coordinator,
            g.guideline,
            super::laws::group_dates(g, &data.laws)
        );
        line(out, &row);
    }
    line(out, "];");
}

fn parameters(data: &Data, out: &mut String) {
    open(out, "PARAMETERS", "PARAMETER", "ParameterSpec", data.parameters.len(), "parameters");
    for p in &data.parameters {
        let figure = |of| super::laws::figure(of, &data.laws);
        let earlier: Vec<String> = p.earlier.iter().map(figure).collect();
        let row = format!(
            "ParameterSpec {{ key: {:?}, kind: {:?}, group: {:?}, unit: {:?}, bounds: {:?}, latent: {:?}, \
             figure: {}, earlier: &[{}] }},",
            p.key,
            p.kind,
            p.group,
            p.unit,
            p.bounds,
            p.latent,
            figure(&p.figure),
            earlier.join(", ")
        );
        line(out, &row);
    }
    line(out, "];");
}

/// `parameter::TURNOVER`, and `parameter::BENEFIT[group]`.
fn constants(data: &Data, out: &mut String) {
    line(out, "/// Every parameter by name; those of the groups as one array each.\npub mod parameter {");
    line(out, "    use super::{GROUP_COUNT, Parameter};");
    let mut index = 0;
    for group in data.parameters.chunk_by(|a: &Parameter, b: &Parameter| a.kind == b.kind) {
        let Some(first) = group.first() else { continue };
        let (doc, name) = (&first.kind, first.kind.to_uppercase());
        if first.group.is_none() {
            line(out, &format!("/// `{doc}`.\npub const {name}: Parameter = Parameter({index});"));
        } else {
            let all: Vec<String> = (index..index + group.len()).map(|i| format!("Parameter({i})")).collect();
            let all = all.join(", ");
            line(
                out,
                &format!("/// `{doc}` of each group.\npub const {name}: [Parameter; GROUP_COUNT] = [{all}];"),
            );
        }
        index += group.len();
    }
    line(out, "}");
}

fn ladders(data: &Data, out: &mut String) {
    open(out, "LADDERS", "LADDER", "LadderSpec", data.ladders.len(), "ladders of state reimbursement");
    for ladder in &data.ladders {
        let mut steps = String::new();
        for s in &ladder.steps {
            let _ = write!(
                steps,
                "LadderStep {{ from_week: {:?}, state_share: {:?} }}, ",
                s.from_week, s.state_share
            );
        }
        line(out, &format!("LadderSpec {{ id: {:?}, steps: &[{steps}] }},", ladder.id));
    }
    line(out, "];");
}

fn cases(data: &Data, out: &mut String) {
    open(out, "CASES", "CASE", "CaseSpec", data.cases.len(), "cases");
    for case in &data.cases {
        let set: Vec<(&str, String)> = case.settings().collect();
        let mut published = String::new();
        for p in &case.published {
            let series = p.figure().map(|(name, month, value)| {
                format!("Series {{ name: {name:?}, month: {month}, value: {value:?} }}")
            });
            let series = series.map_or("None".into(), |series| format!("Some({series})"));
            let _ = write!(published, "Published {{ series: {series} }}, ");
        }
        let (id, place, only_told) = (&case.id, &case.place, case.only_told);
        let against = case.told == Told::NoGain;
        let newest = data.laws.in_force.len().saturating_sub(1);
        let law = case.law.as_ref().map_or(newest, |month| data.laws.in_month(month));
        let month = &case.law;
        line(
            out,
            &format!(
                "CaseSpec {{ id: {id:?}, place: {place:?}, law: Law({law}), month: {month:?}, against: {against}, \
                 only_told: {only_told}, \
                 set: &{set:?}, published: &[{published}] }},"
            ),
        );
    }
    line(out, "];");
}

fn packages(data: &Data, out: &mut String) {
    open(out, "PACKAGES", "PACKAGE", "PackageSpec", data.packages.len(), "packages");
    for package in &data.packages {
        let set: Vec<(&str, String)> = package.settings().collect();
        line(out, &format!("PackageSpec {{ id: {:?}, set: &{set:?} }},", package.id));
    }
    line(out, "];");
}

fn report(data: &Data, out: &mut String) {
    let Some(r) = &data.report else { return };
    line(
        out,
        &format!(
            "/// The report that the evidence dial is solved from.\n\
             pub static REPORT: ReportSpec = ReportSpec {{ case: {}, stock_before: {:?}, stock_after: {:?}, \
             caseload_before: {:?}, caseload_after: {:?}, months: {} }};",
            r.case, r.stock_before, r.stock_after, r.caseload_before, r.caseload_after, r.months
        ),
    );
}
